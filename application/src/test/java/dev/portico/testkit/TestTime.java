package dev.portico.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The service's time for one test. It stands still at {@link #START} until the test moves it, at
 * every depth but a deployed service, so that what a test sees does not depend on when it runs.
 */
public final class TestTime implements InstantSource {

  /** When every test begins. */
  public static final Instant START = Instant.parse("2024-01-15T12:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final List<Runnable> whenMoved = new ArrayList<>();

  @Override
  public Instant instant() {
    return now.get();
  }

  /** Stops time at this instant and does what has come due. */
  public void freeze(Instant instant) {
    now.set(instant);
    whenMoved.forEach(Runnable::run);
  }

  /**
   * Stops time at this instant and does what has come due.
   *
   * @param instant as RFC 3339 has it, such as {@code 2024-01-15T12:00:00Z}
   */
  public void freeze(String instant) {
    freeze(Instant.parse(instant));
  }

  /** Moves time on, or back if negative, and does what has come due. */
  public void advance(Duration duration) {
    freeze(instant().plus(duration));
  }

  /** Does this whenever time was moved. */
  public void whenMoved(Runnable due) {
    whenMoved.add(due);
  }
}
