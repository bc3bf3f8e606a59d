package dev.portico.web.access;

import dev.portico.application.Fakes;
import dev.portico.application.access.AuthenticateCaller;
import dev.portico.domain.access.Standing;
import dev.portico.domain.users.PasswordHash;
import dev.portico.domain.users.UserBuilder;
import dev.portico.web.shared.TestSessions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What a token costs in a request: read by the service's own adapter, all else is fakes. */
public final class TokenSteps {

  private TokenSteps() {}

  public static Map<String, Supplier<?>> all() {
    var fakes = new Fakes();
    var issuer = Fakes.PUBLIC_URL.value().toString();
    var keys = new TokenKeys(fakes.signingKeys, new NimbusKeyGenerator(), fakes.time);
    var tokens = new NimbusAccessTokens(keys, issuer, fakes.ids, fakes.time);
    var user = UserBuilder.aUser().build();
    var _ = fakes.users.addIfFree(user, PasswordHash.NONE);
    var session = TestSessions.begin(fakes.sessions, user.id(), fakes.time.instant());
    var token = tokens.issue(user.id(), session, Duration.ofMinutes(15)).value();
    var reader = new TokenReader(keys, issuer);
    var authenticateCaller = new AuthenticateCaller(tokens, fakes.standings);
    var steps = new LinkedHashMap<String, Supplier<?>>();
    steps.put("verify a token for the first time", () -> reader.read(token).orElseThrow());
    steps.put("authenticate a token", () -> authenticated(authenticateCaller, token));
    return steps;
  }

  private static Standing authenticated(AuthenticateCaller authenticateCaller, String token) {
    return switch (authenticateCaller.handle(new AuthenticateCaller.Command(token))) {
      case AuthenticateCaller.Outcome.Authenticated(var standing) -> standing;
      case AuthenticateCaller.Outcome.Expired(), AuthenticateCaller.Outcome.Refused() ->
          throw new IllegalStateException("a good token was refused");
    };
  }
}
