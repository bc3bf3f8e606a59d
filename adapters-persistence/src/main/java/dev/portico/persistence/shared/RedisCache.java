package dev.portico.persistence.shared;

import dev.portico.application.shared.port.Cache;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A cache that all nodes share, on a Redis or Valkey server, and beside it one of this process, for
 * when the server is away. Each text stands behind the end of its time, since the server counts by
 * a clock of its own.
 */
final class RedisCache implements Cache, AutoCloseable {

  private static final String PREFIX = "portico:";

  private final InstantSource time;
  private final CaffeineCache own;
  private final RedisLink link;

  RedisCache(RedisUrl url, InstantSource time) {
    this.time = time;
    own = new CaffeineCache(time);
    link = new RedisLink(url);
  }

  @Override
  public Optional<String> get(String key) {
    return link.ask(commands -> commands.get(PREFIX + key))
        .flatMap(this::text)
        .or(() -> own.get(key));
  }

  /** The text, if its time is not over and it is of our making. */
  private Optional<String> text(String kept) {
    int end = kept.indexOf('\n');
    return end > 0 && kept.substring(0, end).matches("[0-9]{1,18}")
        ? Optional.of(kept.substring(end + 1))
            .filter(_ -> micros(time.instant()) < Long.parseLong(kept.substring(0, end)))
        : Optional.empty();
  }

  @Override
  public void put(String key, String text, Duration ttl) {
    own.put(key, text, ttl);
    var entry = micros(time.instant().plus(ttl)) + "\n" + text;
    var lifetime = SetArgs.Builder.px(Math.max(1, ttl.toMillis()));
    var _ = link.ask(commands -> commands.set(PREFIX + key, entry, lifetime));
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  @Override
  public void close() {
    link.close();
  }
}
