package dev.portico.domain.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which entries are wanted; what is empty rules nothing out.
 *
 * @param from the first instant that counts
 * @param until the first instant that no longer counts
 */
public record AuditFilter(
    Optional<AuditKind> kind,
    Optional<UUID> subject,
    Optional<UUID> actor,
    Optional<String> address,
    Optional<Instant> from,
    Optional<Instant> until) {

  /** Every entry. */
  public static final AuditFilter ALL =
      new AuditFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public boolean admits(AuditEvent event) {
    return kind.filter(wanted -> wanted != event.kind()).isEmpty()
        && (subject.isEmpty() || subject.equals(event.subject()))
        && (actor.isEmpty() || actor.equals(event.actor()))
        && address.filter(wanted -> !wanted.equals(event.address())).isEmpty()
        && from.filter(event.at()::isBefore).isEmpty()
        && until.filter(end -> !event.at().isBefore(end)).isEmpty();
  }
}
