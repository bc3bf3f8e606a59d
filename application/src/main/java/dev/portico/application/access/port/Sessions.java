package dev.portico.application.access.port;

import dev.portico.domain.access.Session;
import dev.portico.domain.access.SessionId;
import dev.portico.domain.shared.CanIgnoreReturnValue;
import dev.portico.domain.users.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All sessions that are not over. */
public interface Sessions {

  /** How many sessions one user can have. */
  int MOST_PER_USER = 100;

  /**
   * Keeps a session that has just begun.
   *
   * <p>Promise: where its user has more than {@value #MOST_PER_USER} now, those that were not used
   * for longest are over.
   *
   * @throws dev.portico.application.shared.OwnerGone if there is no such user (any more)
   */
  void add(Session session);

  /** The session of this id; empty if it is over or was never there. */
  Optional<Session> find(SessionId id);

  /** The same; empty too if its user is deactivated. */
  Optional<Session> findOfActive(SessionId id);

  /**
   * Puts a session after an exchange of its token in the place of the one before.
   *
   * <p>Promise: {@code false} unless the session is kept as it was just before this exchange. Where
   * the store was cut off, it may say {@code false} of an exchange that is kept: whoever looks
   * again finds it.
   *
   * <p>Concurrency: of any number of exchanges of one token, over all nodes, one succeeds.
   */
  boolean turn(Session next);

  /** The user's sessions, the one used last first. */
  List<Session> of(UserId user);

  /**
   * Ends a session for good.
   *
   * <p>Promise: {@code true} if it was there and this user's, {@code false} otherwise.
   */
  @CanIgnoreReturnValue
  boolean end(SessionId id, UserId user);

  /** Ends all sessions of a user. */
  void endAll(UserId user);

  /** Ends all sessions of a user but one. */
  void endOthers(UserId user, SessionId spared);

  /**
   * Forgets sessions that are over anyway: those not used since a time, and those whose end is
   * before another.
   *
   * @param atMost how many to forget at once
   * @return how many were forgotten
   */
  int purge(Instant idleSince, Instant now, int atMost);
}
