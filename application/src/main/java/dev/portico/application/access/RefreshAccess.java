package dev.portico.application.access;

import dev.portico.application.access.port.AccessTokens;
import dev.portico.application.access.port.Sessions;
import dev.portico.application.access.port.Standings;
import dev.portico.application.audit.Audit;
import dev.portico.application.shared.port.SecretGenerator;
import dev.portico.application.users.port.Users;
import dev.portico.domain.access.RefreshToken;
import dev.portico.domain.access.Session;
import dev.portico.domain.access.SessionRule;
import dev.portico.domain.access.TokenPair;
import dev.portico.domain.audit.AuditKind;
import dev.portico.domain.users.User;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Exchanges a refresh token for the next pair (RFC 6749, 6). A token is good for one exchange; who
 * shows it again within {@link dev.portico.domain.access.RefreshChain#GRACE} gets the same
 * successor, and later ends the session.
 */
public final class RefreshAccess {

  /** The exchange that another request makes at once with ours is over when we look again. */
  private static final int ATTEMPTS = 3;

  private final Sessions sessions;
  private final Standings standings;
  private final Users users;
  private final AccessTokens tokens;
  private final SessionRule rule;
  private final SecretGenerator secrets;
  private final InstantSource time;
  private final Audit audit;

  public RefreshAccess(
      Sessions sessions,
      Standings standings,
      Users users,
      AccessTokens tokens,
      SessionRule rule,
      SecretGenerator secrets,
      InstantSource time,
      Audit audit) {
    this.sessions = sessions;
    this.standings = standings;
    this.users = users;
    this.tokens = tokens;
    this.rule = rule;
    this.secrets = secrets;
    this.time = time;
    this.audit = audit;
  }

  /** What is to be exchanged. */
  public record Command(RefreshToken token) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Refreshed(TokenPair tokens) implements Outcome {}

    /** No token of a session that goes on. */
    record Refused() implements Outcome {}

    /** A token that was exchanged before; its session is over now. */
    record Replayed() implements Outcome {}
  }

  public Outcome handle(Command command) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      var session = sessions.find(command.token().session());
      if (session.isEmpty() || !isActive(session.get())) {
        return new Outcome.Refused();
      }
      var refresh =
          session
              .get()
              .refresh(
                  command.token(), time.instant(), rule, secrets.next(RefreshToken.SECRET_BYTES));
      switch (refresh) {
        case Session.Refresh.Turned(var next, var token) -> {
          if (sessions.turn(next)) {
            return refreshed(next, token);
          }
        }
        case Session.Refresh.Repeated(var token) -> {
          return refreshed(session.get(), token);
        }
        case Session.Refresh.Replayed() -> {
          return replayed(session.get());
        }
        case Session.Refresh.Foreign(), Session.Refresh.Over() -> {
          return new Outcome.Refused();
        }
      }
    }
    return new Outcome.Refused();
  }

  private boolean isActive(Session session) {
    return users.find(session.user()).filter(User::active).isPresent();
  }

  private Outcome refreshed(Session session, RefreshToken token) {
    var access = tokens.issue(session.user(), session.id(), SignIn.ACCESS_TOKEN_LIFETIME);
    return new Outcome.Refreshed(new TokenPair(access, token, rule.left(session, time.instant())));
  }

  private Outcome replayed(Session session) {
    sessions.end(session.id(), session.user());
    standings.forget(session.user());
    audit.unrecognised(AuditKind.REFRESH_REPLAYED, Optional.of(session.user().value()));
    return new Outcome.Replayed();
  }
}
