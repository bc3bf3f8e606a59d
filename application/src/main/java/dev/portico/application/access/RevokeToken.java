package dev.portico.application.access;

import dev.portico.application.access.port.AccessTokens;
import dev.portico.application.access.port.AccessTokens.Verification;
import dev.portico.application.access.port.Sessions;
import dev.portico.application.access.port.Standings;
import dev.portico.application.audit.Audit;
import dev.portico.domain.access.RefreshToken;
import dev.portico.domain.access.SessionId;
import dev.portico.domain.audit.AuditKind;
import dev.portico.domain.users.UserId;

/**
 * Ends the session of a token (RFC 7009, 2.1): whoever has it may. A refresh token that was
 * exchanged does it too, as it would where somebody tried to exchange it again.
 */
public final class RevokeToken {

  private final Sessions sessions;
  private final Standings standings;
  private final Audit audit;
  private final AccessTokens tokens;

  public RevokeToken(Sessions sessions, Standings standings, AccessTokens tokens, Audit audit) {
    this.sessions = sessions;
    this.standings = standings;
    this.audit = audit;
    this.tokens = tokens;
  }

  /** A refresh token or an access token, or any other text. */
  public record Command(String token) {

    /** Never the token: it may end up in a log. */
    @Override
    public String toString() {
      return "Command[hidden]";
    }
  }

  /** What came of it. */
  public sealed interface Outcome {

    /** The session is over. */
    record Revoked() implements Outcome {}

    /** No token of a session that goes on. */
    record Unknown() implements Outcome {}
  }

  public Outcome handle(Command command) {
    return RefreshToken.parse(command.token())
        .asOptional()
        .map(this::revoke)
        .orElseGet(() -> revokeAccess(command.token()));
  }

  private Outcome revoke(RefreshToken token) {
    return sessions
        .find(token.session())
        .filter(session -> session.hasIssued(token))
        .map(session -> end(session.id(), session.user()))
        .orElseGet(Outcome.Unknown::new);
  }

  private Outcome revokeAccess(String token) {
    return switch (tokens.verify(token)) {
      case Verification.Genuine(var subject, var session) -> end(session, subject);
      case Verification.Expired(), Verification.NotGenuine() -> new Outcome.Unknown();
    };
  }

  private Outcome end(SessionId session, UserId user) {
    boolean ended = sessions.end(session, user);
    standings.forget(user);
    if (!ended) {
      return new Outcome.Unknown();
    }
    audit.own(AuditKind.SESSIONS_ENDED, user.value());
    return new Outcome.Revoked();
  }
}
