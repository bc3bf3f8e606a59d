package dev.portico.domain.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Some whole days in a row, as they are in UTC; both ends count. */
public record Period(LocalDate first, LocalDate last) {

  /** So many days, of which the last is the one that is now. */
  public static Period ofDaysUntil(Instant now, int days) {
    var last = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return new Period(last.minusDays(days - 1L), last);
  }

  /** The first instant in it. */
  public Instant start() {
    return first.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** The first instant behind it. */
  public Instant end() {
    return last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** A count for each of its days, zero where none is given. */
  public List<DayCount> eachDay(Map<LocalDate, Long> counts) {
    return first
        .datesUntil(last.plusDays(1))
        .map(day -> new DayCount(day, counts.getOrDefault(day, 0L)))
        .toList();
  }
}
