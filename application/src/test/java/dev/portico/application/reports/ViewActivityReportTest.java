package dev.portico.application.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.Fakes;
import dev.portico.application.reports.ViewActivityReport.Command;
import dev.portico.application.reports.ViewActivityReport.Outcome;
import dev.portico.application.reports.port.KeptReports.Kept;
import dev.portico.application.shared.Unavailable;
import dev.portico.domain.events.Event;
import dev.portico.domain.events.EventId;
import dev.portico.domain.events.EventName;
import dev.portico.domain.reports.ActivityReport;
import dev.portico.domain.reports.DayCount;
import dev.portico.domain.reports.NameCount;
import dev.portico.domain.users.UserId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ViewActivityReportTest {

  private final Fakes fakes = new Fakes();
  private final ViewActivityReport viewReport = fakes.hexagon().viewActivityReport();
  private final AtomicInteger wordings = new AtomicInteger();
  private final List<ActivityReport> reports = new ArrayList<>();

  private Outcome view() {
    return viewReport.handle(new Command(this::word));
  }

  private String word(ActivityReport report) {
    reports.add(report);
    return "report " + wordings.incrementAndGet();
  }

  private static Outcome kept(String text, long seconds) {
    var age = Duration.ofSeconds(seconds);
    return new Outcome.Kept(text, age, ViewActivityReport.TTL.minus(age));
  }

  @Test
  void countsTheLastThirtyDays() {
    var name = new EventName("signup");
    fakes.events.add(
        new Event(
            new EventId(new UUID(1, 1)),
            new UserId(new UUID(2, 2)),
            name,
            Optional.empty(),
            fakes.time.instant()));

    assertThat(view()).isEqualTo(new Outcome.Counted("report 1"));

    var report = reports.getFirst();
    assertThat(report.generatedAt()).isEqualTo(fakes.time.instant());
    assertThat(report.events()).hasSize(30);
    assertThat(report.events().getFirst())
        .isEqualTo(new DayCount(LocalDate.parse("2023-12-17"), 0));
    assertThat(report.events().getLast()).isEqualTo(new DayCount(LocalDate.parse("2024-01-15"), 1));
    assertThat(report.users()).hasSize(30).extracting(DayCount::count).containsOnly(0L);
    assertThat(report.items()).hasSize(30).extracting(DayCount::count).containsOnly(0L);
    assertThat(report.payments()).hasSize(30).extracting(DayCount::count).containsOnly(0L);
    assertThat(report.topEventNames()).containsExactly(new NameCount(name, 1));
  }

  @Test
  void givesWhatIsKeptWithoutCounting() {
    fakes.cache.put(
        ViewActivityReport.KEY, fakes.time.instant() + "\nkept", ViewActivityReport.TTL);

    assertThat(view()).isEqualTo(kept("kept", 0));
    assertThat(wordings).hasValue(0);
  }

  @Test
  void keepsWhatItCountedForAMinute() {
    assertThat(view()).isEqualTo(new Outcome.Counted("report 1"));
    assertThat(fakes.cache.get(ViewActivityReport.KEY))
        .contains(fakes.time.instant() + "\nreport 1");

    fakes.time.advance(ViewActivityReport.TTL.minusSeconds(1));
    assertThat(view()).isEqualTo(kept("report 1", 59));

    fakes.time.advance(Duration.ofSeconds(1));
    assertThat(view()).isEqualTo(new Outcome.Counted("report 2"));
  }

  @Test
  void countsOnceForManyAtOnce() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<Outcome>>();
      for (int i = 0; i < 20; i++) {
        running.add(threads.submit(this::view));
      }
      for (var outcome : running) {
        assertThat(outcome.get()).isIn(new Outcome.Counted("report 1"), kept("report 1", 0));
      }
    }

    assertThat(wordings).hasValue(1);
  }

  @Test
  void keepsNothingWhereCountingFails() {
    assertThatThrownBy(() ->
            viewReport.handle(
                new Command(_ -> {
                  throw new IllegalStateException("on purpose");
                })))
        .hasMessage("on purpose");

    assertThat(view()).isEqualTo(new Outcome.Counted("report 1"));
  }

  @Test
  void readsNothingThatIsOfAnotherMaking() {
    fakes.cache.put(ViewActivityReport.KEY, "report of old", ViewActivityReport.TTL);

    assertThat(view()).isEqualTo(new Outcome.Counted("report 1"));
  }

  @Test
  void saysHowOldTheLastOneIs() {
    keepOnAnotherNode("old", ViewActivityReport.TTL.plusSeconds(5));
    assertThat(anotherNodeTakesTheTurn()).isTrue();

    assertThat(view()).isEqualTo(new Outcome.Stale("old", ViewActivityReport.TTL.plusSeconds(5)));
  }

  @Test
  void takesNothingForOlderThanItIsWhereClocksDiffer() {
    keepOnAnotherNode("theirs", Duration.ofSeconds(-3));

    assertThat(view()).isEqualTo(kept("theirs", 0));
  }

  private void keepOnAnotherNode(String text, Duration ago) {
    fakes.keptReports.keep(ViewActivityReport.KEY, new Kept(text, fakes.time.instant().minus(ago)));
  }

  private boolean anotherNodeTakesTheTurn() {
    var now = fakes.time.instant();
    return fakes.keptReports.takeTurn(
        ViewActivityReport.KEY, now, now, now.plus(ViewActivityReport.TURN));
  }

  @Test
  void givesWhatAnotherNodeCounted() {
    keepOnAnotherNode("theirs", Duration.ofSeconds(59));

    assertThat(view()).isEqualTo(kept("theirs", 59));
    assertThat(wordings).hasValue(0);
    assertThat(view()).isEqualTo(kept("theirs", 59));
    fakes.time.advance(Duration.ofSeconds(1));
    assertThat(view()).isEqualTo(new Outcome.Counted("report 1"));
  }

  @Test
  void showsTheLastOneWhileAnotherNodeCounts() {
    keepOnAnotherNode("old", ViewActivityReport.TTL);
    assertThat(anotherNodeTakesTheTurn()).isTrue();

    assertThat(view()).isEqualTo(new Outcome.Stale("old", ViewActivityReport.TTL));
    assertThat(wordings).hasValue(0);

    fakes.time.advance(ViewActivityReport.TURN);
    assertThat(view()).isEqualTo(new Outcome.Counted("report 1"));
  }

  @Test
  void countsAnewWhereTheLastOneIsTooOld() {
    keepOnAnotherNode("ancient", ViewActivityReport.USABLE);

    assertThat(view()).isEqualTo(new Outcome.Counted("report 1"));
  }

  @Test
  void showsTheLastOneWhereCountingIsImpossible() {
    keepOnAnotherNode("old", ViewActivityReport.TTL);

    assertThat(
            viewReport.handle(
                new Command(_ -> {
                  throw new Unavailable("on purpose");
                })))
        .isEqualTo(new Outcome.Stale("old", ViewActivityReport.TTL));
    assertThat(view()).isEqualTo(new Outcome.Counted("report 1"));
  }
}
