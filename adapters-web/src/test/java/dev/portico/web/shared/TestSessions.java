package dev.portico.web.shared;

import dev.portico.application.access.port.Sessions;
import dev.portico.domain.access.Client;
import dev.portico.domain.access.RefreshToken;
import dev.portico.domain.access.Session;
import dev.portico.domain.access.SessionId;
import dev.portico.domain.access.SessionRule;
import dev.portico.domain.users.UserId;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Begins sessions as signing in would, without what that costs. */
public final class TestSessions {

  private TestSessions() {}

  /** A session of this user, which begins now. */
  public static SessionId begin(Sessions sessions, UserId user, Instant now) {
    var begun =
        Session.begin(
            new SessionId(UUID.randomUUID()),
            user,
            new Client("192.0.2.1", "a test"),
            now,
            SessionRule.DEFAULT,
            randomSecret(),
            randomSecret());
    sessions.add(begun.session());
    return begun.session().id();
  }

  private static byte[] randomSecret() {
    byte[] secret = new byte[RefreshToken.SECRET_BYTES];
    ThreadLocalRandom.current().nextBytes(secret);
    return secret;
  }
}
