package dev.portico.application.access;

import dev.portico.application.access.port.Sessions;
import dev.portico.application.access.port.Standings;
import dev.portico.application.audit.Audit;
import dev.portico.domain.access.SessionId;
import dev.portico.domain.audit.AuditKind;
import dev.portico.domain.users.UserId;

/** Ends one of the sessions that somebody is signed in with, such as that of a lost device. */
public final class EndSession {

  private final Sessions sessions;
  private final Standings standings;
  private final Audit audit;

  public EndSession(Sessions sessions, Standings standings, Audit audit) {
    this.sessions = sessions;
    this.standings = standings;
    this.audit = audit;
  }

  /** Which of whose. */
  public record Command(SessionId session, UserId user) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Ended() implements Outcome {}

    /** There is none, or it is somebody else's. */
    record NotFound() implements Outcome {}
  }

  public Outcome handle(Command command) {
    if (!sessions.end(command.session(), command.user())) {
      return new Outcome.NotFound();
    }
    standings.forget(command.user());
    audit.own(AuditKind.SESSIONS_ENDED, command.user().value());
    return new Outcome.Ended();
  }
}
