package dev.portico.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskTest {

  private static final Instant NOON = Instant.parse("2024-01-15T12:00:00Z");

  private static Task begun(UUID id, int attempts) {
    return new Task(id, "k", "", NOON, attempts);
  }

  private static Duration delay(UUID id, int attempts) {
    return Duration.between(NOON, begun(id, attempts).nextAttempt(NOON));
  }

  @Test
  void countsHowOftenItWasBegun() {
    var fresh = Task.fresh(new UUID(1, 1), "welcome-mail", "p", NOON);

    assertThat(fresh.attempts()).isZero();
    assertThat(fresh.begun().begun().attempts()).isEqualTo(2);
    assertThat(fresh.begun().dueAt(NOON.plusSeconds(1)))
        .isEqualTo(new Task(new UUID(1, 1), "welcome-mail", "p", NOON.plusSeconds(1), 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Mail", "1mail", "mail kind", "mail\n", "-mail"})
  void refusesOtherKinds(String kind) {
    assertThatThrownBy(() -> Task.fresh(new UUID(1, 1), kind, "", NOON))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesPayloadsTooLongOrWithNul() {
    var full = "é".repeat(Task.MAX_PAYLOAD_BYTES / 2);

    assertThat(Task.fresh(new UUID(1, 1), "k", full, NOON).payload()).isEqualTo(full);
    assertThatThrownBy(() -> Task.fresh(new UUID(1, 1), "k", full + "x", NOON))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Task.fresh(new UUID(1, 1), "k", "a\0b", NOON))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Task.fresh(new UUID(1, 1), "k", "\0", NOON))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void allowsEightAttempts() {
    var id = new UUID(1, 1);

    assertThat(begun(id, 7).isExhausted()).isFalse();
    assertThat(begun(id, 8).isExhausted()).isTrue();
    assertThat(begun(id, 8).isOverdrawn()).isFalse();
    assertThat(begun(id, 9).isOverdrawn()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"1, 30", "2, 90", "3, 270", "7, 21870", "8, 65610", "99, 65610"})
  void waitsThreeTimesAsLongAfterEachFailure(int attempts, long seconds) {
    for (int i = 0; i < 100; i++) {
      var shortest = Duration.ofSeconds(seconds);
      assertThat(delay(new UUID(7, i * 31L), attempts))
          .isBetween(shortest, shortest.plus(shortest.dividedBy(4)));
    }
  }

  @Test
  void spreadsTasksThatFailedTogether() {
    var delays = IntStream.range(0, 100).mapToObj(i -> delay(new UUID(7, i * 7919L), 1)).distinct();

    assertThat(delays.count()).isGreaterThan(80);
    assertThat(delay(new UUID(1, 1), 1)).isEqualTo(delay(new UUID(1, 1), 1));
  }

  @Test
  void keepsItsPayloadOutOfLogs() {
    assertThat(Task.fresh(new UUID(1, 1), "welcome-mail", "hush", NOON).toString())
        .contains("00000000-0000-0001-0000-000000000001", "welcome-mail")
        .doesNotContain("hush");
  }
}
