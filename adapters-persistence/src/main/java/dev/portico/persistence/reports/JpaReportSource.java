package dev.portico.persistence.reports;

import dev.portico.application.reports.port.ReportSource;
import dev.portico.domain.events.EventName;
import dev.portico.domain.reports.NameCount;
import dev.portico.domain.reports.Period;
import dev.portico.persistence.shared.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;

/** Figures counted by PostgreSQL, in one statement each, over the tables of all features. */
final class JpaReportSource implements ReportSource {

  private static final String TOP_NAMES =
      """
      select name, count(*) as count
      from events
      where created_at >= :start and created_at < :end
      group by name
      order by count desc, name collate "C"
      """;

  private final PersistenceContext context;

  JpaReportSource(PersistenceContext context) {
    this.context = context;
  }

  @Override
  public Map<LocalDate, Long> countByDay(Subject subject, Period period) {
    return context
        .read(session ->
            in(period, session, byDay(tableOf(subject)))
                .addScalar("day", LocalDate.class)
                .addScalar("count", Long.class)
                .list())
        .stream()
        .collect(Collectors.toMap(row -> (LocalDate) row[0], row -> (Long) row[1]));
  }

  /**
   * Day by day, each by the index on the time alone: at a million rows two to three times as fast
   * as grouping them all by their day, which computes that for each row. A day in UTC has 24 hours.
   */
  private static String byDay(String table) {
    return """
    select cast(day at time zone 'UTC' as date) as day, made.count as count
    from generate_series(cast(:start as timestamptz),
        cast(:end as timestamptz) - interval '1 second', interval '24 hours') as day,
      lateral (select count(*) as count from %s
        where created_at >= day and created_at < day + interval '24 hours') as made
    where made.count > 0
    """
        .formatted(table);
  }

  private static String tableOf(Subject subject) {
    return switch (subject) {
      case USERS -> "users";
      case EVENTS -> "events";
      case ITEMS -> "items";
      case PAYMENTS -> "payments";
    };
  }

  @Override
  public List<NameCount> topEventNames(Period period, int atMost) {
    return context
        .read(session ->
            in(period, session, TOP_NAMES)
                .addScalar("name", String.class)
                .addScalar("count", Long.class)
                .setMaxResults(atMost)
                .list())
        .stream()
        .map(row -> new NameCount(new EventName((String) row[0]), (Long) row[1]))
        .toList();
  }

  private static NativeQuery<Object[]> in(Period period, StatelessSession session, String sql) {
    return session
        .createNativeQuery(sql, Object[].class)
        .setParameter("start", period.start())
        .setParameter("end", period.end());
  }
}
