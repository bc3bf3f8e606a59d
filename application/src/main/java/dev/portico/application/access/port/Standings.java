package dev.portico.application.access.port;

import dev.portico.domain.access.SessionId;
import dev.portico.domain.access.Standing;
import dev.portico.domain.users.UserId;
import java.time.Duration;
import java.util.Optional;

/** Who stands behind which session, for every request to ask: quick, and all but up to date. */
public interface Standings {

  /** How long a change may go unnoticed. */
  Duration AGE = Duration.ofSeconds(3);

  /**
   * Who stands behind this session; empty where it is over, or its user is gone or deactivated.
   *
   * <p>Promise: what was true at some time within the last {@link #AGE}, or later. Asks nobody
   * where it was asked so short a time ago.
   *
   * <p>Concurrency: any number of threads at once.
   *
   * @throws dev.portico.application.shared.Unavailable if it cannot be known: nobody is let in on
   *     what was true once
   */
  Optional<Standing> of(SessionId session);

  /**
   * Looks again at the sessions of this user when next asked. For whoever has just changed them,
   * after the commit; other nodes notice by themselves.
   */
  void forget(UserId user);
}
