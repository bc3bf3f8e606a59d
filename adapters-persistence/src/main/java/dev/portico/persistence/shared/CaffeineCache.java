package dev.portico.persistence.shared;

import com.github.benmanes.caffeine.cache.Caffeine;
import dev.portico.application.shared.port.Cache;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A cache in this process. Each text stands with the end of its time, which is looked at whenever
 * it is asked for: Caffeine's own expiry counts elapsed nanoseconds, and those are not the
 * service's clock.
 */
final class CaffeineCache implements Cache {

  /** What all keys and texts together may have; the least wanted go first. */
  private static final long MAX_CHARACTERS = 32 << 20;

  private record Entry(String text, Instant expiresAt) {}

  private final com.github.benmanes.caffeine.cache.Cache<String, Entry> entries =
      Caffeine.newBuilder()
          .maximumWeight(MAX_CHARACTERS)
          .<String, Entry>weigher((key, entry) -> key.length() + entry.text().length())
          .build();

  private final InstantSource time;

  CaffeineCache(InstantSource time) {
    this.time = time;
  }

  @Override
  public Optional<String> get(String key) {
    return Optional.ofNullable(entries.getIfPresent(key))
        .filter(entry -> time.instant().isBefore(entry.expiresAt()))
        .map(Entry::text);
  }

  @Override
  public void put(String key, String text, Duration ttl) {
    entries.put(key, new Entry(text, time.instant().plus(ttl)));
  }
}
