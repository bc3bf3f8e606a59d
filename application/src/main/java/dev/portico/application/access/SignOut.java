package dev.portico.application.access;

import dev.portico.application.access.port.Sessions;
import dev.portico.application.access.port.Standings;
import dev.portico.application.audit.Audit;
import dev.portico.domain.access.SessionId;
import dev.portico.domain.audit.AuditKind;
import dev.portico.domain.users.UserId;

/** Ends the session that somebody is signed in with. */
public final class SignOut {

  private final Sessions sessions;
  private final Standings standings;
  private final Audit audit;

  public SignOut(Sessions sessions, Standings standings, Audit audit) {
    this.sessions = sessions;
    this.standings = standings;
    this.audit = audit;
  }

  /** Whose session. */
  public record Command(SessionId session, UserId user) {}

  /** What came of it. */
  public sealed interface Outcome {

    /** Over, if it was not already. */
    record SignedOut() implements Outcome {}
  }

  public Outcome handle(Command command) {
    sessions.end(command.session(), command.user());
    standings.forget(command.user());
    audit.own(AuditKind.SIGNED_OUT, command.user().value());
    return new Outcome.SignedOut();
  }
}
