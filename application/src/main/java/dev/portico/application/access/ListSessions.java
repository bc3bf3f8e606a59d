package dev.portico.application.access;

import dev.portico.application.access.port.Sessions;
import dev.portico.domain.access.Session;
import dev.portico.domain.access.SessionRule;
import dev.portico.domain.users.UserId;
import java.time.InstantSource;
import java.util.List;

/** Lists the sessions that somebody is signed in with. */
public final class ListSessions {

  private final Sessions sessions;
  private final SessionRule rule;
  private final InstantSource time;

  public ListSessions(Sessions sessions, SessionRule rule, InstantSource time) {
    this.sessions = sessions;
    this.rule = rule;
    this.time = time;
  }

  /** Whose. */
  public record Command(UserId user) {}

  /** What came of it. */
  public sealed interface Outcome {

    /** Those that are not over, the one used last first. */
    record Listed(List<Session> sessions) implements Outcome {}
  }

  public Outcome handle(Command command) {
    var now = time.instant();
    return new Outcome.Listed(
        sessions.of(command.user()).stream().filter(it -> !rule.isOver(it, now)).toList());
  }
}
