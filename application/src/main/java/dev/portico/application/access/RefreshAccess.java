package dev.portico.application.access;

import dev.portico.application.access.port.AccessTokens;
import dev.portico.application.access.port.Sessions;
import dev.portico.application.access.port.Standings;
import dev.portico.application.audit.Audit;
import dev.portico.application.shared.port.IdGenerator;
import dev.portico.application.shared.port.SecretGenerator;
import dev.portico.application.shared.port.TaskQueue;
import dev.portico.application.shared.port.Transactions;
import dev.portico.application.users.port.Users;
import dev.portico.domain.access.RefreshToken;
import dev.portico.domain.access.Session;
import dev.portico.domain.access.SessionRule;
import dev.portico.domain.access.TokenPair;
import java.time.InstantSource;

/**
 * Exchanges a refresh token for the next pair (RFC 6749, 6). A token is good for one exchange; who
 * shows it again within {@link dev.portico.domain.access.RefreshChain#GRACE} gets the same
 * successor, and later ends the session, and its owner is told.
 */
public final class RefreshAccess {

  /** The exchange that another request makes at once with ours is over when we look again. */
  private static final int ATTEMPTS = 3;

  private final Sessions sessions;
  private final Users users;
  private final AccessTokens tokens;
  private final SessionRule rule;
  private final SecretGenerator secrets;
  private final InstantSource time;
  private final EndReplayed end;

  public RefreshAccess(
      Sessions sessions,
      Standings standings,
      Users users,
      AccessTokens tokens,
      SessionRule rule,
      SecretGenerator secrets,
      TaskQueue tasks,
      Transactions transactions,
      IdGenerator ids,
      InstantSource time,
      Audit audit) {
    this.sessions = sessions;
    this.users = users;
    this.tokens = tokens;
    this.rule = rule;
    this.secrets = secrets;
    this.time = time;
    this.end =
        new EndReplayed(sessions, standings, transactions, new OweNotice(tasks, ids, time), audit);
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
      var session = sessions.findOfActive(command.token().session());
      if (session.isEmpty()) {
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
          users.find(session.get().user()).ifPresent(user -> end.of(session.get(), user));
          return new Outcome.Replayed();
        }
        case Session.Refresh.Foreign(), Session.Refresh.Over() -> {
          return new Outcome.Refused();
        }
      }
    }
    return new Outcome.Refused();
  }

  private Outcome refreshed(Session session, RefreshToken token) {
    var access = tokens.issue(session.user(), session.id(), SignIn.ACCESS_TOKEN_LIFETIME);
    return new Outcome.Refreshed(new TokenPair(access, token, rule.left(session, time.instant())));
  }
}
