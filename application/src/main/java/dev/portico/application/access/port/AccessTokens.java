package dev.portico.application.access.port;

import dev.portico.domain.access.AccessToken;
import dev.portico.domain.access.SessionId;
import dev.portico.domain.users.UserId;
import java.time.Duration;

/** Makes the tokens that callers show, and tells genuine ones from others. */
public interface AccessTokens {

  /** What came of {@link #verify}. */
  sealed interface Verification {

    /** Ours, and still good. */
    record Genuine(UserId subject, SessionId session) implements Verification {}

    /** Ours, and no longer good. */
    record Expired() implements Verification {}

    /** Not ours, damaged, or made for another purpose. */
    record NotGenuine() implements Verification {}
  }

  /**
   * A token that says who its bearer is, and by which session.
   *
   * <p>Promise: a JSON Web Token in the profile of RFC 9068; no two are alike; {@link #verify} on
   * every node finds it genuine for the lifetime, to the second, and at most a minute longer.
   *
   * @param lifetime positive
   */
  AccessToken issue(UserId subject, SessionId session, Duration lifetime);

  /**
   * Whether a text is one of our tokens.
   *
   * <p>Promise: never throws for any text. A forged token is not genuine, whether it claims to have
   * expired or not.
   *
   * <p>Concurrency: any number of threads at once.
   */
  Verification verify(String token);
}
