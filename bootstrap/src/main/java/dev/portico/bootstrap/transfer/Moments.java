package dev.portico.bootstrap.transfer;

import dev.portico.domain.shared.Parsed;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Reads points in time as other systems write them: RFC 3339, or with a blank for the T as
 * databases do; without an offset it is UTC. What is finer than a microsecond is cut off.
 */
final class Moments {

  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");
  private static final int MOST_CHARACTERS = 40;

  private Moments() {}

  static Parsed<Instant> parse(String text) {
    try {
      if (text.length() <= MOST_CHARACTERS) {
        var instant = instant(text.replaceFirst(" ", "T")).truncatedTo(ChronoUnit.MICROS);
        if (!instant.isBefore(FIRST) && instant.isBefore(END)) {
          return Parsed.accepted(instant);
        }
      }
    } catch (DateTimeException notOne) {
      // Said below.
    }
    return Parsed.refused("must be a time such as 2024-01-15T12:00:00Z");
  }

  private static Instant instant(String text) {
    return switch (FORMAT.parseBest(text, OffsetDateTime::from, LocalDateTime::from)) {
      case OffsetDateTime time -> time.toInstant();
      case LocalDateTime time -> time.toInstant(ZoneOffset.UTC);
      default -> throw new DateTimeException("neither");
    };
  }
}
