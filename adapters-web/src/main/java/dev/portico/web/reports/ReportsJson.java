package dev.portico.web.reports;

import dev.portico.domain.reports.ActivityReport;
import dev.portico.domain.reports.DayCount;
import dev.portico.domain.reports.NameCount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Reports as they look on the wire. */
final class ReportsJson {

  private ReportsJson() {}

  /** What went on lately. */
  record ActivityJson(
      Instant generatedAt,
      List<DayJson> users,
      List<DayJson> events,
      List<DayJson> items,
      List<DayJson> payments,
      List<NameJson> topEventNames) {

    static ActivityJson of(ActivityReport report) {
      return new ActivityJson(
          report.generatedAt(),
          days(report.users()),
          days(report.events()),
          days(report.items()),
          days(report.payments()),
          report.topEventNames().stream().map(NameJson::of).toList());
    }

    private static List<DayJson> days(List<DayCount> counts) {
      return counts.stream().map(DayJson::of).toList();
    }
  }

  /** How many there were on a day. */
  record DayJson(LocalDate day, long count) {

    static DayJson of(DayCount count) {
      return new DayJson(count.day(), count.count());
    }
  }

  /** How many there were of a name. */
  record NameJson(String name, long count) {

    static NameJson of(NameCount count) {
      return new NameJson(count.name().text(), count.count());
    }
  }
}
