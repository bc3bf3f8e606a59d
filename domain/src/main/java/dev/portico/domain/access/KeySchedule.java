package dev.portico.domain.access;

import java.time.Duration;
import java.time.Instant;

/**
 * How often the signing key changes.
 *
 * @param signing how long one key signs before the next takes over
 */
public record KeySchedule(Duration signing) {

  public static final int LEAST_DAYS = 1;
  public static final int GREATEST_DAYS = 365;
  public static final int DEFAULT_DAYS = 30;

  /** A month, more or less. */
  public static final KeySchedule DEFAULT = ofDays(DEFAULT_DAYS);

  /**
   * How long a key is announced before it signs: longer than anyone who verifies goes on without
   * looking for new keys.
   */
  public static final Duration NOTICE = Duration.ofMinutes(15);

  /**
   * The same in an emergency. It bounds what a stolen key is good for, so it is as short as may be
   * without a node being surprised.
   */
  public static final Duration SHORT_NOTICE = Duration.ofMinutes(2);

  /** The schedule by which a key signs for so many days. */
  public static KeySchedule ofDays(int days) {
    if (days < LEAST_DAYS || days > GREATEST_DAYS) {
      throw new IllegalArgumentException("a key does not sign for " + days + " days");
    }
    return new KeySchedule(Duration.ofDays(days));
  }

  /** When the key after this one has to be announced. */
  Instant announcesNextAt(KeyTerm term) {
    return term.signsFrom().plus(signing).minus(NOTICE);
  }
}
