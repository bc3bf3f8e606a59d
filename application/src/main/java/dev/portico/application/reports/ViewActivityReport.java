package dev.portico.application.reports;

import dev.portico.application.reports.port.KeptReports;
import dev.portico.application.reports.port.KeptReports.Kept;
import dev.portico.application.reports.port.ReportSource;
import dev.portico.application.reports.port.ReportSource.Subject;
import dev.portico.application.shared.Unavailable;
import dev.portico.application.shared.port.Cache;
import dev.portico.application.shared.port.Coalescer;
import dev.portico.domain.reports.ActivityReport;
import dev.portico.domain.reports.DayCount;
import dev.portico.domain.reports.Period;
import dev.portico.domain.shared.Instants;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reports what went on in the last days. The report is dear, so it is counted at most once a minute
 * over all nodes, however many ask for it, and kept as the text that is answered.
 *
 * <p>While one counts, all others are shown the last report; only where there is none yet they
 * wait. Of those on one node one looks whose turn it is, and of the nodes one has it.
 */
public final class ViewActivityReport {

  /** How long a report is good for. */
  public static final Duration TTL = Duration.ofSeconds(60);

  /** How long an old one is better than none. */
  public static final Duration USABLE = Duration.ofHours(1);

  /** The key it is kept under; another one for another shape, since nodes change one by one. */
  public static final String KEY = "activity-report-2";

  /** Longer than all that is asked of the database for it may take. */
  static final Duration TURN = Duration.ofSeconds(20);

  /** How long to wait for the very first report. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final String LOOK = KEY + "-look";
  private static final int DAYS = 30;
  private static final int NAMES = 10;

  private final ReportSource source;
  private final KeptReports reports;
  private final Cache cache;
  private final Coalescer coalescer;
  private final InstantSource time;

  public ViewActivityReport(
      ReportSource source,
      KeptReports reports,
      Cache cache,
      Coalescer coalescer,
      InstantSource time) {
    this.source = source;
    this.reports = reports;
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

    String text();

    /** The report was there, so old, and is good for {@code left}. */
    record Kept(String text, Duration age, Duration left) implements Outcome {}

    /** The report was counted just now, and is there for the next who asks. */
    record Counted(String text) implements Outcome {}

    /** The last report, so old, while the next one is counted or cannot be. */
    record Stale(String text, Duration age) implements Outcome {}
  }

  public Outcome handle(Command command) {
    return cached().orElseGet(() -> look(command));
  }

  private Optional<Outcome> cached() {
    var now = time.instant();
    return cache
        .get(KEY)
        .flatMap(ViewActivityReport::ofText)
        .filter(it -> isFresh(it, now))
        .map(it -> shown(it, now));
  }

  private Outcome look(Command command) {
    var last = coalescer.run(LOOK, () -> reports.find(KEY));
    var now = time.instant();
    if (last.filter(it -> isFresh(it, now)).isPresent()) {
      return kept(last.get());
    }
    var usable = last.filter(it -> now.isBefore(it.madeAt().plus(USABLE)));
    if (usable.isEmpty()) {
      return coalescer.run(KEY, () -> refresh(command));
    }
    var stale = new Outcome.Stale(usable.get().text(), age(usable.get(), now));
    try {
      return coalescer.runUnlessRunning(KEY, () -> refresh(command, stale)).orElse(stale);
    } catch (Unavailable overloaded) {
      return stale;
    }
  }

  private static boolean isFresh(Kept report, Instant now) {
    return now.isBefore(report.madeAt().plus(TTL));
  }

  private Outcome kept(Kept report) {
    var now = time.instant();
    cache.put(KEY, toText(report), Duration.between(now, report.madeAt().plus(TTL)));
    return shown(report, now);
  }

  private static Outcome shown(Kept report, Instant now) {
    var age = age(report, now);
    return new Outcome.Kept(report.text(), age, TTL.minus(age));
  }

  /** Nothing where the clock of whoever counted is ahead of ours. */
  private static Duration age(Kept report, Instant now) {
    return now.isBefore(report.madeAt()) ? Duration.ZERO : Duration.between(report.madeAt(), now);
  }

  /** As the cache has it: the moment on a line, and behind it the report. */
  private static String toText(Kept report) {
    return report.madeAt() + "\n" + report.text();
  }

  private static Optional<Kept> ofText(String text) {
    int end = text.indexOf('\n');
    return end < 0
        ? Optional.empty()
        : Instants.parse(text.substring(0, end))
            .asOptional()
            .map(at -> new Kept(text.substring(end + 1), at));
  }

  private Outcome refresh(Command command, Outcome otherwise) {
    return count(command).orElse(otherwise);
  }

  /** Whoever looked before the last run kept its report comes here after it. */
  private Outcome refresh(Command command) {
    return cached()
        .or(() -> count(command))
        .or(() -> reports.await(KEY, time.instant().minus(TTL), PATIENCE).map(this::kept))
        .orElseThrow(() -> new Unavailable("another node takes too long for the report"));
  }

  /** Empty where it is somebody else's turn. */
  private Optional<Outcome> count(Command command) {
    var now = time.instant();
    var until = now.plus(TURN);
    if (!reports.takeTurn(KEY, now, now.minus(TTL), until)) {
      return Optional.empty();
    }
    try {
      var report = new Kept(command.wording().apply(report(now)), now);
      reports.keep(KEY, report);
      cache.put(KEY, toText(report), TTL);
      return Optional.of(new Outcome.Counted(report.text()));
    } catch (RuntimeException failure) {
      reports.giveUp(KEY, until);
      throw failure;
    }
  }

  private ActivityReport report(Instant now) {
    var period = Period.ofDaysUntil(now, DAYS);
    return new ActivityReport(
        now,
        byDay(Subject.USERS, period),
        byDay(Subject.EVENTS, period),
        byDay(Subject.ITEMS, period),
        byDay(Subject.PAYMENTS, period),
        source.topEventNames(period, NAMES));
  }

  private List<DayCount> byDay(Subject subject, Period period) {
    return period.eachDay(source.countByDay(subject, period));
  }
}
