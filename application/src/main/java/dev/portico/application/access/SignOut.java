package dev.portico.application.access;

import dev.portico.application.access.port.Sessions;
import dev.portico.application.access.port.Standings;
import dev.portico.domain.access.SessionId;
import dev.portico.domain.users.UserId;

/** Ends the session that somebody is signed in with. */
public final class SignOut {

  private final Sessions sessions;
  private final Standings standings;

  public SignOut(Sessions sessions, Standings standings) {
    this.sessions = sessions;
    this.standings = standings;
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
    return new Outcome.SignedOut();
  }
}
