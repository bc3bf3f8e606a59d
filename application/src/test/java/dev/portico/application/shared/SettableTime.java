package dev.portico.application.shared;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** Time that stands still until it is moved. */
public final class SettableTime implements InstantSource {

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2024-01-15T12:00:00Z"));

  @Override
  public Instant instant() {
    return now.get();
  }

  /** Moves time on; backwards if negative. */
  public void advance(Duration duration) {
    now.updateAndGet(instant -> instant.plus(duration));
  }

  /** Stops time at this instant. */
  public void freeze(Instant instant) {
    now.set(instant);
  }
}
