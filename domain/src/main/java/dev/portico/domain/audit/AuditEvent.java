package dev.portico.domain.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that happened to an account, once. It holds nothing that a client has written: users
 * are told by their ids, which stay when the account is gone.
 *
 * @param at to the microsecond, which is what the database keeps
 * @param subject the user it happened to; empty where nobody is known by that name
 * @param actor the user who did it; empty where nobody was recognised, or the service did
 * @param address where the request came from, as far as clients are told apart; empty without one
 * @param requestId which request it was; empty without one
 */
public record AuditEvent(
    UUID id,
    Instant at,
    AuditKind kind,
    Optional<UUID> subject,
    Optional<UUID> actor,
    String address,
    String requestId) {

  /** What events that are counted together have in common, and no others. */
  public String likeness() {
    return String.join(
        "|",
        kind.name(),
        subject.map(UUID::toString).orElse(""),
        actor.map(UUID::toString).orElse(""),
        address,
        at.truncatedTo(ChronoUnit.MINUTES).toString());
  }

  /** A place in the list of events; the id decides between two of the same instant. */
  public record Position(Instant at, UUID id) {}
}
