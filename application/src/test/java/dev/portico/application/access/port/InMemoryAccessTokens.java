package dev.portico.application.access.port;

import dev.portico.domain.access.AccessToken;
import dev.portico.domain.access.SessionId;
import dev.portico.domain.users.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Tokens that are remembered rather than signed. */
public final class InMemoryAccessTokens implements AccessTokens {

  private record Entry(UserId subject, SessionId session, Instant expiresAt) {}

  private final InstantSource time;
  private final AtomicLong count = new AtomicLong();
  private final Map<String, Entry> issued = new ConcurrentHashMap<>();

  public InMemoryAccessTokens(InstantSource time) {
    this.time = time;
  }

  @Override
  public AccessToken issue(UserId subject, SessionId session, Duration lifetime) {
    var value = "fake.token." + count.incrementAndGet();
    issued.put(value, new Entry(subject, session, time.instant().plus(lifetime)));
    return new AccessToken(value, lifetime);
  }

  @Override
  public Verification verify(String token) {
    var entry = issued.get(token);
    if (entry == null) {
      return new Verification.NotGenuine();
    }
    return time.instant().isBefore(entry.expiresAt())
        ? new Verification.Genuine(entry.subject(), entry.session())
        : new Verification.Expired();
  }
}
