package dev.portico.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyRingTest {

  private static final Instant NOON = Instant.parse("2024-01-15T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final KeySchedule DAILY = KeySchedule.ofDays(1);

  private final SigningKey first = key(1, NOON);
  private final SigningKey second = key(2, NOON.plus(HOUR));

  private static SigningKey key(int number, Instant signsFrom) {
    return new SigningKey("k" + number, "ES256", "{}", new KeyTerm(number, NOON, signsFrom));
  }

  private static SigningKey withdrawn(SigningKey key, Instant at) {
    return new SigningKey(key.id(), key.algorithm(), key.privateJwk(), key.term().withdrawn(at));
  }

  private static KeyRing ring(SigningKey... keys) {
    return new KeyRing(Arrays.asList(keys));
  }

  @Test
  void sortsByNumberWhateverTheId() {
    assertThat(ring(second, first).keys()).containsExactly(first, second);
  }

  @Test
  void signsWithTheLastThatHasBegun() {
    var ring = ring(first, second);

    assertThat(ring.signer(NOON)).contains(first);
    assertThat(ring.signer(NOON.plus(HOUR).minusNanos(1))).contains(first);
    assertThat(ring.signer(NOON.plus(HOUR))).contains(second);
  }

  @Test
  void signsWithTheOnlyOneThoughAClockIsLate() {
    assertThat(ring(first, second).signer(NOON.minus(HOUR))).contains(first);
  }

  @Test
  void signsWithNoneWhereThereIsNone() {
    assertThat(ring().signer(NOON)).isEmpty();
    assertThat(ring(withdrawn(first, NOON)).signer(NOON)).isEmpty();
  }

  @Test
  void acceptsAnnouncedAndRetiredKeys() {
    assertThat(ring(first, second).accepted(NOON)).containsExactly(first, second);
    assertThat(ring(first, second).accepted(NOON.plus(HOUR))).containsExactly(first, second);
  }

  @Test
  void acceptsNoWithdrawnKeyFromItsTimeOn() {
    var gone = withdrawn(first, NOON.plus(HOUR));

    assertThat(ring(gone, second).accepted(NOON.plus(HOUR).minusNanos(1)))
        .containsExactly(gone, second);
    assertThat(ring(gone, second).accepted(NOON.plus(HOUR))).containsExactly(second);
  }

  @Test
  void hasTheNextAnnouncedByTheEndOfATerm() {
    var due = NOON.plus(Duration.ofDays(1)).minus(KeySchedule.NOTICE);

    assertThat(ring(first).isNextDue(due.minusNanos(1), DAILY)).isFalse();
    assertThat(ring(first).isNextDue(due, DAILY)).isTrue();
    assertThat(ring(first, key(2, due.plus(HOUR))).isNextDue(due, DAILY)).isFalse();
    assertThat(ring().isNextDue(NOON, DAILY)).isTrue();
    assertThat(ring(withdrawn(first, NOON)).isNextDue(NOON, DAILY)).isTrue();
  }

  @Test
  void givesTheNextItsNumberAndNotice() {
    assertThat(ring(first, second).next(NOON, HOUR))
        .isEqualTo(new KeyTerm(3, NOON, NOON.plus(HOUR)));
  }

  @Test
  void hasTheNextBeginAtOnceWhereNobodySigns() {
    assertThat(ring().next(NOON, HOUR)).isEqualTo(new KeyTerm(1, NOON, NOON));
    assertThat(ring(withdrawn(second, NOON)).next(NOON, HOUR))
        .isEqualTo(new KeyTerm(3, NOON, NOON));
  }

  @Test
  void keepsARetiredKeyWhileItsTokensLast() {
    var over = NOON.plus(HOUR).plusSeconds(1800);

    assertThat(ring(first, second).spent(over.minusNanos(1), Duration.ofMinutes(30))).isEmpty();
    assertThat(ring(first, second).spent(over, Duration.ofMinutes(30))).containsExactly(first);
  }

  @Test
  void needsNoWithdrawnKeyOnceThereIsAnother() {
    var gone = withdrawn(first, NOON.plusSeconds(60));

    assertThat(ring(gone, second).spent(NOON.plusSeconds(59), HOUR)).isEmpty();
    assertThat(ring(gone, second).spent(NOON.plusSeconds(60), HOUR)).containsExactly(gone);
    // Its number must not be given again.
    assertThat(ring(gone).spent(NOON.plus(HOUR), HOUR)).isEmpty();
    assertThat(ring(first, withdrawn(second, NOON)).spent(NOON.plus(HOUR), HOUR)).isEmpty();
  }

  @Test
  void keepsTheEarlierOfTwoWithdrawals() {
    var term = first.term();

    assertThat(term.withdrawn(NOON).withdrawn(NOON.plus(HOUR)).withdrawnAt()).contains(NOON);
    assertThat(term.withdrawn(NOON.plus(HOUR)).withdrawn(NOON).withdrawnAt()).contains(NOON);
    assertThat(term.withdrawnAt()).isEqualTo(Optional.empty());
  }

  @Test
  void refusesSchedulesOutOfBounds() {
    for (int days : List.of(0, 366)) {
      assertThatThrownBy(() -> KeySchedule.ofDays(days))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(KeySchedule.ofDays(365).signing()).isEqualTo(Duration.ofDays(365));
    assertThat(KeySchedule.DEFAULT).isEqualTo(KeySchedule.ofDays(30));
  }
}
