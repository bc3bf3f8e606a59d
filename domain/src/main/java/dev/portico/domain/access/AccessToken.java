package dev.portico.domain.access;

import java.time.Duration;

/**
 * A bearer token as it is handed out (RFC 6750).
 *
 * @param value three parts in Base64url, separated by dots (RFC 7515, 3.1)
 * @param lifetime how long it is good for from the moment of issue
 */
public record AccessToken(String value, Duration lifetime) {

  /** Never the token: it may end up in a log. */
  @Override
  public String toString() {
    return "AccessToken[hidden, lifetime=" + lifetime + "]";
  }
}
