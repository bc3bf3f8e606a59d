package dev.portico.web.access;

import dev.portico.domain.access.Session;
import dev.portico.domain.access.SessionId;
import java.time.Instant;

/**
 * A session as its user sees it.
 *
 * @param device a name for people
 * @param agent what the program called itself when it signed in
 * @param lastUsedAt when it began, or was last refreshed
 * @param endsAt when it is over in any case
 * @param current whether it is the one that asks
 */
record SessionJson(
    String id,
    String device,
    String agent,
    String address,
    Instant startedAt,
    Instant lastUsedAt,
    Instant endsAt,
    boolean current) {

  static SessionJson of(Session session, SessionId current) {
    return new SessionJson(
        session.id().toString(),
        session.client().device(),
        session.client().agent(),
        session.client().address(),
        session.startedAt(),
        session.lastUsedAt(),
        session.endsAt(),
        session.id().equals(current));
  }
}
