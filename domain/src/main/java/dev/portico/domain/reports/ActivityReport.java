package dev.portico.domain.reports;

import java.time.Instant;
import java.util.List;

/**
 * What went on lately: how many accounts, events, items and payments were made on each day, and
 * what most events were called. Numbers of everybody's; it names nobody.
 *
 * @param generatedAt when it was counted, to the microsecond
 * @param topEventNames the most frequent first
 */
public record ActivityReport(
    Instant generatedAt,
    List<DayCount> users,
    List<DayCount> events,
    List<DayCount> items,
    List<DayCount> payments,
    List<NameCount> topEventNames) {

  public ActivityReport {
    users = List.copyOf(users);
    events = List.copyOf(events);
    items = List.copyOf(items);
    payments = List.copyOf(payments);
    topEventNames = List.copyOf(topEventNames);
  }
}
