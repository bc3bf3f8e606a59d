package dev.portico.domain.audit;

import java.time.Duration;
import java.time.Instant;

/**
 * How long entries are kept.
 *
 * @param keep a day or longer
 */
public record AuditRule(Duration keep) {

  public static final int DEFAULT_DAYS = 365;
  public static final AuditRule DEFAULT = new AuditRule(Duration.ofDays(DEFAULT_DAYS));

  public AuditRule {
    if (keep.compareTo(Duration.ofDays(1)) < 0) {
      throw new IllegalArgumentException("entries are kept for a day at least");
    }
  }

  /** Entries older than this are forgotten. */
  public Instant keptSince(Instant now) {
    return now.minus(keep);
  }
}
