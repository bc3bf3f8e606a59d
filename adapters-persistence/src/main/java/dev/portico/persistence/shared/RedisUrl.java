package dev.portico.persistence.shared;

import dev.portico.domain.shared.Parsed;
import io.lettuce.core.RedisURI;
import java.net.URI;
import java.time.Duration;

/**
 * Where a Redis or Valkey server is to be found: {@code redis://[user:password@]host[:port][/db]},
 * or {@code rediss} for TLS.
 */
public final class RedisUrl {

  private static final String REASON =
      "must be an address such as redis://:password@redis.example.com:6379/0";

  private final RedisURI uri;

  private RedisUrl(RedisURI uri) {
    this.uri = uri;
  }

  /** Reads one; the reason of a refusal does not repeat the text, which may hold a password. */
  public static Parsed<RedisUrl> parse(String text) {
    if (!text.matches("rediss?://[!-~]+")) {
      return Parsed.refused(REASON);
    }
    try {
      // Lettuce takes an odd port for a part of the name.
      return URI.create(text).getHost() == null
          ? Parsed.refused(REASON)
          : Parsed.accepted(new RedisUrl(RedisURI.create(text)));
    } catch (RuntimeException broken) {
      return Parsed.refused(REASON);
    }
  }

  RedisURI within(Duration timeout) {
    var limited = RedisURI.builder(uri).withTimeout(timeout).build();
    limited.setClientName("portico");
    return limited;
  }

  /** Host and port. */
  @Override
  public String toString() {
    return uri.getHost() + ":" + uri.getPort();
  }
}
