package dev.portico.domain.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How fast somebody may speak.
 *
 * @param perSecond how many times a second, in the long run
 * @param atOnce how many times at once after a silence
 */
public record Pace(int perSecond, int atOnce) {

  /** Where nobody has spoken yet. */
  public static final Instant SILENT = Instant.EPOCH;

  public Pace {
    if (perSecond < 1 || atOnce < 1) {
      throw new IllegalArgumentException("nobody could speak");
    }
  }

  /* The generic cell rate algorithm (ITU-T I.371): all that has to be remembered of the past is
   * when it will be used up. */

  /**
   * Speaks once.
   *
   * @param usedUp what came of it the last time; {@link #SILENT} at first
   * @return when all that was said will be used up; empty where this would be too fast
   */
  public Optional<Instant> speak(Instant usedUp, Instant now) {
    var step = Duration.ofSeconds(1).dividedBy(perSecond);
    var next = (usedUp.isAfter(now) ? usedUp : now).plus(step);
    return next.isAfter(now.plus(step.multipliedBy(atOnce))) ? Optional.empty() : Optional.of(next);
  }
}
