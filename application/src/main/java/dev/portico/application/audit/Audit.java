package dev.portico.application.audit;

import dev.portico.application.audit.port.AuditLog;
import dev.portico.application.shared.Origin;
import dev.portico.application.shared.port.IdGenerator;
import dev.portico.domain.audit.AuditEvent;
import dev.portico.domain.audit.AuditKind;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/**
 * How a use case says that something happened, in a line: what, to whom, by whom. Time, id and the
 * request's {@link Origin} are added here. Said inside a transaction it is a part of that.
 */
public record Audit(AuditLog log, IdGenerator ids, InstantSource time) {

  /** Somebody did it to their own account. */
  public void own(AuditKind kind, UUID user) {
    record(kind, Optional.of(user), Optional.of(user));
  }

  /** Somebody did it to another's account. */
  public void other(AuditKind kind, UUID subject, UUID actor) {
    record(kind, Optional.of(subject), Optional.of(actor));
  }

  /** Nobody is recognised who did it. */
  public void unrecognised(AuditKind kind, Optional<UUID> subject) {
    record(kind, subject, Optional.empty());
  }

  /** Somebody did it, to no account in particular. */
  public void act(AuditKind kind, Optional<UUID> actor) {
    record(kind, Optional.empty(), actor);
  }

  private void record(AuditKind kind, Optional<UUID> subject, Optional<UUID> actor) {
    var origin = Origin.current();
    log.record(
        new AuditEvent(
            ids.next(),
            time.instant(),
            kind,
            subject,
            actor,
            origin.address(),
            origin.requestId()));
  }
}
