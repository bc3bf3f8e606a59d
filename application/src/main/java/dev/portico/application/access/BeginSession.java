package dev.portico.application.access;

import dev.portico.application.access.port.AccessTokens;
import dev.portico.application.access.port.Sessions;
import dev.portico.application.audit.Audit;
import dev.portico.application.shared.port.IdGenerator;
import dev.portico.application.shared.port.SecretGenerator;
import dev.portico.application.shared.port.Transactions;
import dev.portico.application.users.port.Users;
import dev.portico.domain.access.Client;
import dev.portico.domain.access.RefreshToken;
import dev.portico.domain.access.Session;
import dev.portico.domain.access.SessionId;
import dev.portico.domain.access.SessionRule;
import dev.portico.domain.access.TokenPair;
import dev.portico.domain.audit.AuditKind;
import dev.portico.domain.users.PasswordHash;
import dev.portico.domain.users.UserId;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Begins a session for somebody who has shown who they are.
 *
 * <p>Checking a password takes long enough for it to be replaced meanwhile, and every session to be
 * ended. So a session begins only while the hash that was checked is the one that is kept.
 */
final class BeginSession {

  private final Users users;
  private final Sessions sessions;
  private final AccessTokens tokens;
  private final SessionRule rule;
  private final IdGenerator ids;
  private final SecretGenerator secrets;
  private final InstantSource time;
  private final Transactions transactions;
  private final Audit audit;

  BeginSession(
      Users users,
      Sessions sessions,
      AccessTokens tokens,
      SessionRule rule,
      IdGenerator ids,
      SecretGenerator secrets,
      InstantSource time,
      Transactions transactions,
      Audit audit) {
    this.users = users;
    this.transactions = transactions;
    this.audit = audit;
    this.sessions = sessions;
    this.tokens = tokens;
    this.rule = rule;
    this.ids = ids;
    this.secrets = secrets;
    this.time = time;
  }

  /** The tokens of the session; empty where the password was replaced meanwhile. */
  Optional<TokenPair> of(UserId user, PasswordHash checked, Client client) {
    var now = time.instant();
    var begun =
        Session.begin(
            new SessionId(ids.next()),
            user,
            client,
            now,
            rule,
            secrets.next(RefreshToken.SECRET_BYTES),
            secrets.next(RefreshToken.SECRET_BYTES));
    return isKept(begun.session(), checked)
        ? Optional.of(
            new TokenPair(
                tokens.issue(user, begun.session().id(), SignIn.ACCESS_TOKEN_LIFETIME),
                begun.token(),
                rule.left(begun.session(), now)))
        : Optional.empty();
  }

  private boolean isKept(Session session, PasswordHash checked) {
    return transactions.inTransaction(() -> {
      boolean still = users.holdHash(session.user(), checked);
      if (still) {
        sessions.add(session);
        audit.own(AuditKind.SIGNED_IN, session.user().value());
      }
      return still;
    });
  }
}
