package dev.portico.domain.audit;

import java.time.Instant;

/**
 * What is kept of an event.
 *
 * @param event the first of those that were counted together, or the only one
 * @param times how many, at least 1
 * @param lastAt when the last of them was
 */
public record AuditEntry(AuditEvent event, long times, Instant lastAt) {

  /** An event that has happened once. */
  public static AuditEntry of(AuditEvent event) {
    return new AuditEntry(event, 1, event.at());
  }

  /** The same, with another event that is like the first. */
  public AuditEntry and(AuditEvent other) {
    return new AuditEntry(event, times + 1, other.at().isAfter(lastAt) ? other.at() : lastAt);
  }

  /** Where the entry stands in the list, newest first. */
  public AuditEvent.Position position() {
    return new AuditEvent.Position(event.at(), event.id());
  }
}
