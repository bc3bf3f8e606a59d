package dev.portico.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuditTest {

  private static final Instant NOON = Instant.parse("2024-01-15T12:00:00Z");
  private static final UUID ALICE = new UUID(1, 1);
  private static final UUID BOB = new UUID(2, 2);
  private static final AuditEvent EVENT =
      new AuditEvent(
          new UUID(3, 3),
          NOON,
          AuditKind.SIGN_IN_FAILED,
          Optional.of(ALICE),
          Optional.of(BOB),
          "192.0.2.1",
          "r");

  private static AuditFilter filter(AuditKind kind, UUID subject, UUID actor, String address) {
    return new AuditFilter(
        Optional.of(kind),
        Optional.of(subject),
        Optional.of(actor),
        Optional.of(address),
        Optional.of(NOON),
        Optional.of(NOON.plusNanos(1)));
  }

  @ParameterizedTest
  @EnumSource
  void readsAKindAsItIsWritten(AuditKind kind) {
    assertThat(AuditKind.parse(kind.text()).asOptional()).contains(kind);
    assertThat(AuditKind.parse(kind.name()).asOptional()).isEmpty();
  }

  @Test
  void countsWhatAnybodyCanDo() {
    assertThat(AuditKind.SIGN_IN_FAILED.isCounted()).isTrue();
    assertThat(AuditKind.SIGNED_IN.isCounted()).isFalse();
    assertThat(AuditKind.SIGN_IN_FAILED.result()).isEqualTo(AuditKind.Result.REFUSED);
    assertThat(AuditKind.SIGNED_IN.result()).isEqualTo(AuditKind.Result.DONE);
  }

  @Test
  void admitsWhatIsAsked() {
    assertThat(AuditFilter.ALL.admits(EVENT)).isTrue();
    assertThat(filter(AuditKind.SIGN_IN_FAILED, ALICE, BOB, "192.0.2.1").admits(EVENT)).isTrue();
    assertThat(filter(AuditKind.SIGNED_IN, ALICE, BOB, "192.0.2.1").admits(EVENT)).isFalse();
    assertThat(filter(AuditKind.SIGN_IN_FAILED, BOB, BOB, "192.0.2.1").admits(EVENT)).isFalse();
    assertThat(filter(AuditKind.SIGN_IN_FAILED, ALICE, ALICE, "192.0.2.1").admits(EVENT)).isFalse();
    assertThat(filter(AuditKind.SIGN_IN_FAILED, ALICE, BOB, "192.0.2.2").admits(EVENT)).isFalse();
    assertThat(between(NOON.plusNanos(1), NOON.plusSeconds(1)).admits(EVENT)).isFalse();
    assertThat(between(NOON.minusSeconds(1), NOON).admits(EVENT)).isFalse();
  }

  private static AuditFilter between(Instant from, Instant until) {
    return new AuditFilter(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(from),
        Optional.of(until));
  }

  @Test
  void countsOnAndRemembersTheLast() {
    var later = NOON.plusSeconds(5);
    var other =
        new AuditEvent(
            new UUID(4, 4), later, EVENT.kind(), EVENT.subject(), EVENT.actor(), "192.0.2.1", "q");

    var both = AuditEntry.of(EVENT).and(other).and(EVENT);

    assertThat(both).isEqualTo(new AuditEntry(EVENT, 3, later));
    assertThat(other.likeness()).isEqualTo(EVENT.likeness());
    assertThat(both.position()).isEqualTo(new AuditEvent.Position(NOON, EVENT.id()));
  }

  @Test
  void keepsEntriesForADayAtLeast() {
    assertThat(new AuditRule(Duration.ofDays(1)).keptSince(NOON))
        .isEqualTo(Instant.parse("2024-01-14T12:00:00Z"));
    assertThatThrownBy(() -> new AuditRule(Duration.ofHours(23)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
