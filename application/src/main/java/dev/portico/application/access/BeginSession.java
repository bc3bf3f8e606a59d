package dev.portico.application.access;

import dev.portico.application.access.port.AccessTokens;
import dev.portico.application.access.port.Sessions;
import dev.portico.application.shared.port.IdGenerator;
import dev.portico.application.shared.port.SecretGenerator;
import dev.portico.domain.access.Client;
import dev.portico.domain.access.RefreshToken;
import dev.portico.domain.access.Session;
import dev.portico.domain.access.SessionId;
import dev.portico.domain.access.SessionRule;
import dev.portico.domain.access.TokenPair;
import dev.portico.domain.users.UserId;
import java.time.InstantSource;

/** Begins a session for somebody who has shown who they are. */
final class BeginSession {

  private final Sessions sessions;
  private final AccessTokens tokens;
  private final SessionRule rule;
  private final IdGenerator ids;
  private final SecretGenerator secrets;
  private final InstantSource time;

  BeginSession(
      Sessions sessions,
      AccessTokens tokens,
      SessionRule rule,
      IdGenerator ids,
      SecretGenerator secrets,
      InstantSource time) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.rule = rule;
    this.ids = ids;
    this.secrets = secrets;
    this.time = time;
  }

  TokenPair of(UserId user, Client client) {
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
    sessions.add(begun.session());
    return new TokenPair(
        tokens.issue(user, begun.session().id(), SignIn.ACCESS_TOKEN_LIFETIME),
        begun.token(),
        rule.left(begun.session(), now));
  }
}
