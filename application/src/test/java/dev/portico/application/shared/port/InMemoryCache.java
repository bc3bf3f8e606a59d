package dev.portico.application.shared.port;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A cache that forgets nothing before its time. */
public final class InMemoryCache implements Cache {

  private record Entry(String text, Instant expiresAt) {}

  private final Map<String, Entry> entries = new ConcurrentHashMap<>();
  private final InstantSource time;

  public InMemoryCache(InstantSource time) {
    this.time = time;
  }

  @Override
  public Optional<String> get(String key) {
    return Optional.ofNullable(entries.get(key))
        .filter(entry -> time.instant().isBefore(entry.expiresAt()))
        .map(Entry::text);
  }

  @Override
  public void put(String key, String text, Duration ttl) {
    entries.put(key, new Entry(text, time.instant().plus(ttl)));
  }
}
