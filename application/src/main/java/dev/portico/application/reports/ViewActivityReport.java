package dev.portico.application.reports;

import dev.portico.application.reports.port.ReportSource;
import dev.portico.application.reports.port.ReportSource.Subject;
import dev.portico.application.shared.port.Cache;
import dev.portico.application.shared.port.Coalescer;
import dev.portico.domain.reports.ActivityReport;
import dev.portico.domain.reports.DayCount;
import dev.portico.domain.reports.Period;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/**
 * Reports what went on in the last days. The report is dear, so it is counted at most once a minute
 * however many ask for it, and kept as the text that is answered.
 */
public final class ViewActivityReport {

  /** How long a report is good for. */
  public static final Duration TTL = Duration.ofSeconds(60);

  /** The key it is kept under. */
  public static final String KEY = "activity-report";

  private static final int DAYS = 30;
  private static final int NAMES = 10;

  private final ReportSource source;
  private final Cache cache;
  private final Coalescer coalescer;
  private final InstantSource time;

  public ViewActivityReport(
      ReportSource source, Cache cache, Coalescer coalescer, InstantSource time) {
    this.source = source;
    this.cache = cache;
    this.coalescer = coalescer;
    this.time = time;
  }

  /**
   * Nothing to choose.
   *
   * @param wording makes the text that is answered and kept
   */
  public record Command(Function<ActivityReport, String> wording) {}

  /** What came of it. */
  public sealed interface Outcome {

    /** The report was there. */
    record Kept(String text) implements Outcome {}

    /** The report was counted just now, and is there for the next who asks. */
    record Counted(String text) implements Outcome {}
  }

  public Outcome handle(Command command) {
    return cache
        .get(KEY)
        .<Outcome>map(Outcome.Kept::new)
        .orElseGet(() -> coalescer.run(KEY, () -> count(command)));
  }

  private Outcome count(Command command) {
    // Whoever looked before the last run kept its report comes here after it.
    return cache
        .get(KEY)
        .<Outcome>map(Outcome.Kept::new)
        .orElseGet(() -> {
          var text = command.wording().apply(report());
          cache.put(KEY, text, TTL);
          return new Outcome.Counted(text);
        });
  }

  private ActivityReport report() {
    var now = time.instant();
    var period = Period.ofDaysUntil(now, DAYS);
    return new ActivityReport(
        now,
        byDay(Subject.USERS, period),
        byDay(Subject.EVENTS, period),
        byDay(Subject.ITEMS, period),
        source.topEventNames(period, NAMES));
  }

  private List<DayCount> byDay(Subject subject, Period period) {
    return period.eachDay(source.countByDay(subject, period));
  }
}
