package dev.portico.application.access;

import dev.portico.application.access.port.Sessions;
import dev.portico.domain.access.SessionRule;
import java.time.InstantSource;

/** Forgets sessions whose time has run out: nobody ended them, and they open nothing any more. */
public final class PurgeSessions {

  /** Few enough to be gone in a moment, and to keep nobody waiting. */
  static final int BATCH = 500;

  private final Sessions sessions;
  private final SessionRule rule;
  private final InstantSource time;

  public PurgeSessions(Sessions sessions, SessionRule rule, InstantSource time) {
    this.sessions = sessions;
    this.rule = rule;
    this.time = time;
  }

  /** At any time, on any node. */
  public record Command() {}

  /** What came of it. */
  public sealed interface Outcome {

    /**
     * So many are forgotten.
     *
     * @param more whether some may be left
     */
    record Purged(int count, boolean more) implements Outcome {}
  }

  public Outcome handle(Command command) {
    var now = time.instant();
    int count = sessions.purge(rule.idleSince(now), now, BATCH);
    return new Outcome.Purged(count, count == BATCH);
  }
}
