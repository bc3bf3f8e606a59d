package dev.portico.application.access;

import dev.portico.application.access.port.Sessions;
import dev.portico.application.access.port.Standings;
import dev.portico.application.audit.Audit;
import dev.portico.domain.access.SessionId;
import dev.portico.domain.audit.AuditKind;
import dev.portico.domain.users.UserId;

/** Ends all sessions that somebody is signed in with, but the one it is asked by. */
public final class EndOtherSessions {

  private final Sessions sessions;
  private final Standings standings;
  private final Audit audit;

  public EndOtherSessions(Sessions sessions, Standings standings, Audit audit) {
    this.sessions = sessions;
    this.standings = standings;
    this.audit = audit;
  }

  /** Whose, and by which. */
  public record Command(UserId user, SessionId spared) {}

  /** What came of it. */
  public sealed interface Outcome {

    /** Over, as many as there were. */
    record Ended() implements Outcome {}
  }

  public Outcome handle(Command command) {
    sessions.endOthers(command.user(), command.spared());
    standings.forget(command.user());
    audit.own(AuditKind.SESSIONS_ENDED, command.user().value());
    return new Outcome.Ended();
  }
}
