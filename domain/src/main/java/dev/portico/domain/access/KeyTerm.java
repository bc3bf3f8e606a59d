package dev.portico.domain.access;

import java.time.Instant;
import java.util.Optional;

/**
 * When a signing key does what.
 *
 * <p>A key is announced, so that everybody who verifies can learn of it; it signs once its time has
 * come, and retires when the next key signs. A retired key still verifies, until the last token it
 * signed is over; then it is removed. One that is withdrawn is worth nothing from that time on.
 *
 * @param number counts the keys, from 1; no two keys have the same
 * @param announcedAt to the microsecond, which is what the database keeps, as all of these
 * @param withdrawnAt empty unless something went wrong with the key
 */
public record KeyTerm(
    int number, Instant announcedAt, Instant signsFrom, Optional<Instant> withdrawnAt) {

  /** The term of a key that nobody has withdrawn. */
  public KeyTerm(int number, Instant announcedAt, Instant signsFrom) {
    this(number, announcedAt, signsFrom, Optional.empty());
  }

  /** Whether it may sign, were there no other key. */
  boolean hasBegun(Instant now) {
    return !now.isBefore(signsFrom);
  }

  /** Whether it is worth nothing any more. */
  boolean isWithdrawn(Instant now) {
    return withdrawnAt.filter(at -> !now.isBefore(at)).isPresent();
  }

  /** The same, worth nothing from this time on; a time that was set before and is earlier stays. */
  public KeyTerm withdrawn(Instant at) {
    return new KeyTerm(
        number,
        announcedAt,
        signsFrom,
        withdrawnAt.filter(earlier -> earlier.isBefore(at)).or(() -> Optional.of(at)));
  }
}
