package dev.portico.application.reports.port;

import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.portico.application.events.port.InMemoryEvents;
import dev.portico.application.items.port.InMemoryItems;
import dev.portico.application.payments.port.InMemoryPayments;
import dev.portico.application.users.port.InMemoryUsers;
import dev.portico.domain.events.Event;
import dev.portico.domain.items.Item;
import dev.portico.domain.reports.NameCount;
import dev.portico.domain.reports.Period;
import dev.portico.domain.users.User;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Figures of what the other fakes hold. */
public final class InMemoryReportSource implements ReportSource {

  private static final Comparator<NameCount> MOST_FREQUENT_FIRST =
      comparingLong(NameCount::count)
          .reversed()
          .thenComparing(
              count -> count.name().text().getBytes(StandardCharsets.UTF_8),
              Arrays::compareUnsigned);

  private final InMemoryUsers users;
  private final InMemoryEvents events;
  private final InMemoryItems items;
  private final InMemoryPayments payments;

  public InMemoryReportSource(
      InMemoryUsers users, InMemoryEvents events, InMemoryItems items, InMemoryPayments payments) {
    this.users = users;
    this.events = events;
    this.items = items;
    this.payments = payments;
  }

  @Override
  public Map<LocalDate, Long> countByDay(Subject subject, Period period) {
    return timesOf(subject)
        .filter(time -> isIn(period, time))
        .collect(groupingBy(time -> LocalDate.ofInstant(time, ZoneOffset.UTC), counting()));
  }

  private Stream<Instant> timesOf(Subject subject) {
    return switch (subject) {
      case USERS -> users.all().stream().map(User::createdAt);
      case EVENTS -> events.all().stream().map(Event::createdAt);
      case ITEMS -> items.all().stream().map(Item::createdAt);
      case PAYMENTS -> payments.all().stream().map(it -> it.order().createdAt());
    };
  }

  @Override
  public List<NameCount> topEventNames(Period period, int atMost) {
    return events.all().stream()
        .filter(event -> isIn(period, event.createdAt()))
        .collect(groupingBy(Event::name, counting()))
        .entrySet()
        .stream()
        .map(entry -> new NameCount(entry.getKey(), entry.getValue()))
        .sorted(MOST_FREQUENT_FIRST)
        .limit(atMost)
        .toList();
  }

  private static boolean isIn(Period period, Instant time) {
    return !time.isBefore(period.start()) && time.isBefore(period.end());
  }
}
