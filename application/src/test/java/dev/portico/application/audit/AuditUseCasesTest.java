package dev.portico.application.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.Fakes;
import dev.portico.application.shared.Origin;
import dev.portico.domain.audit.AuditEntry;
import dev.portico.domain.audit.AuditEvent;
import dev.portico.domain.audit.AuditFilter;
import dev.portico.domain.audit.AuditKind;
import dev.portico.domain.audit.AuditRule;
import dev.portico.domain.shared.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuditUseCasesTest {

  private static final UUID ALICE = new UUID(1, 1);
  private static final UUID BOB = new UUID(2, 2);

  private final Fakes fakes = new Fakes();
  private final Audit audit = new Audit(fakes.auditLog, fakes.ids, fakes.time);

  private List<AuditEvent> events() {
    var command = new ListAudit.Command(AuditFilter.ALL, new PageRequest<>(100, Optional.empty()));
    return switch (fakes.hexagon().listAudit().handle(command)) {
      case ListAudit.Outcome.Listed(var page) ->
          page.items().stream().map(AuditEntry::event).toList();
    };
  }

  @Test
  void saysToWhomAndByWhom() {
    audit.own(AuditKind.SIGNED_IN, ALICE);
    fakes.time.advance(java.time.Duration.ofSeconds(1));
    audit.other(AuditKind.ROLES_CHANGED, ALICE, BOB);
    fakes.time.advance(java.time.Duration.ofSeconds(1));
    audit.unrecognised(AuditKind.SIGN_IN_FAILED, Optional.of(ALICE));

    assertThat(events()).extracting(AuditEvent::subject).containsOnly(Optional.of(ALICE));
    assertThat(events())
        .extracting(AuditEvent::actor)
        .containsExactly(Optional.empty(), Optional.of(BOB), Optional.of(ALICE));
  }

  @Test
  void saysWhereItCameFrom() {
    new Origin("192.0.2.1", "r-1")
        .call(() -> {
          audit.own(AuditKind.SIGNED_IN, ALICE);
          return ALICE;
        });

    assertThat(events())
        .allMatch(it -> it.address().equals("192.0.2.1") && it.requestId().equals("r-1"));
    assertThat(Origin.current()).isEqualTo(Origin.NONE);
  }

  @Test
  void takesNoOriginThatBreaksALine() {
    for (var odd : List.of("a b", "a\n", "\"", "\u2028", "a".repeat(65))) {
      assertThatThrownBy(() -> new Origin("", odd)).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> new Origin(odd, "")).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void notesWhoWasTurnedAway() {
    assertThat(fakes.hexagon().noteDenial().handle(new NoteDenial.Command(Optional.of(BOB))))
        .isEqualTo(new NoteDenial.Outcome.Noted());

    assertThat(events()).extracting(AuditEvent::actor).containsExactly(Optional.of(BOB));
    assertThat(events()).extracting(AuditEvent::subject).containsExactly(Optional.empty());
  }

  @Test
  void forgetsAllThatIsOld() {
    for (int i = 0; i < PurgeAudit.AT_ONCE + 1; i++) {
      audit.own(AuditKind.SIGNED_IN, ALICE);
    }
    fakes.time.advance(AuditRule.DEFAULT.keep());
    fakes.time.advance(java.time.Duration.ofSeconds(1));
    audit.own(AuditKind.SIGNED_OUT, ALICE);

    assertThat(fakes.hexagon().purgeAudit().handle(new PurgeAudit.Command()))
        .isEqualTo(new PurgeAudit.Outcome.Purged(PurgeAudit.AT_ONCE + 1));
    assertThat(events()).extracting(AuditEvent::kind).containsExactly(AuditKind.SIGNED_OUT);
  }
}
