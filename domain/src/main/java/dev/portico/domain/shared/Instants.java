package dev.portico.domain.shared;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.regex.Pattern;

/** Moments as clients write them. */
public final class Instants {

  /** RFC 3339, section 5.6; no more decimals than are kept. */
  private static final Pattern RFC_3339 =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,6})?"
              + "(Z|[+-][0-9]{2}:[0-9]{2})");

  private Instants() {}

  /** Reads a moment with its offset from UTC, to the microsecond. */
  public static Parsed<Instant> parse(String text) {
    var upper = text.toUpperCase(Locale.ROOT);
    if (RFC_3339.matcher(upper).matches()) {
      try {
        return Parsed.accepted(OffsetDateTime.parse(upper).toInstant());
      } catch (DateTimeException noSuchDay) {
        // Refused below.
      }
    }
    return Parsed.refused(
        "must be a time such as 2024-01-15T12:00:00Z, with at most 6 decimals of a second");
  }
}
