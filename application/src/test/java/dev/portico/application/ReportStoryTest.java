package dev.portico.application;

import static dev.portico.domain.payments.PaymentBuilder.money;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.events.RecordEvent;
import dev.portico.application.payments.MakePayment;
import dev.portico.application.reports.ViewActivityReport;
import dev.portico.application.reports.ViewActivityReport.Outcome;
import dev.portico.domain.events.EventName;
import dev.portico.domain.reports.ActivityReport;
import dev.portico.domain.reports.DayCount;
import dev.portico.domain.users.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A dear report is counted once a minute, by one of two nodes, and tells both what went on. */
class ReportStoryTest {

  private static final UserId ALICE = new UserId(new UUID(0x7000L, 1));

  private final Fakes fakes = new Fakes();
  private final Hexagon oneNode = fakes.hexagon();
  private final Hexagon otherNode = fakes.hexagon();
  private final List<ActivityReport> counted = new ArrayList<>();

  @Test
  void isCountedByOneAndShownByAll() {
    record("signup");
    record("signup");
    pay();

    assertThat(view(oneNode)).isEqualTo(new Outcome.Counted("report 1"));
    var report = counted.getFirst();
    assertThat(report.events().getLast().count()).isEqualTo(2);
    assertThat(report.payments().getLast().count()).isEqualTo(1);
    assertThat(report.users()).hasSize(30).extracting(DayCount::count).containsOnly(0L);
    assertThat(report.topEventNames().getFirst().name()).isEqualTo(new EventName("signup"));

    // Within the minute nobody counts, whatever happens, on whichever node.
    record("signup");
    fakes.time.advance(Duration.ofSeconds(20));
    var kept = new Outcome.Kept("report 1", Duration.ofSeconds(20), Duration.ofSeconds(40));
    assertThat(view(otherNode)).isEqualTo(kept);
    assertThat(view(oneNode)).isEqualTo(kept);
    assertThat(counted).hasSize(1);

    fakes.time.advance(ViewActivityReport.TTL);
    assertThat(view(otherNode)).isEqualTo(new Outcome.Counted("report 2"));
    assertThat(counted.getLast().events().getLast().count()).isEqualTo(3);
  }

  @Test
  void isShownStaleWhileSomebodyElseCounts() {
    assertThat(view(oneNode)).isEqualTo(new Outcome.Counted("report 1"));
    fakes.time.advance(ViewActivityReport.TTL.plusSeconds(1));

    var meanwhile = new ArrayList<Outcome>();
    var slow =
        new ViewActivityReport.Command(report -> {
          meanwhile.add(view(otherNode));
          return word(report);
        });

    assertThat(oneNode.viewActivityReport().handle(slow))
        .isEqualTo(new Outcome.Counted("report 2"));
    assertThat(meanwhile)
        .containsExactly(new Outcome.Stale("report 1", ViewActivityReport.TTL.plusSeconds(1)));
  }

  private Outcome view(Hexagon node) {
    return node.viewActivityReport().handle(new ViewActivityReport.Command(this::word));
  }

  private String word(ActivityReport report) {
    counted.add(report);
    return "report " + counted.size();
  }

  private void record(String name) {
    var _ =
        oneNode
            .recordEvent()
            .handle(new RecordEvent.Command(ALICE, new EventName(name), Optional.empty()));
  }

  private void pay() {
    var _ =
        oneNode
            .makePayment()
            .handle(
                new MakePayment.Command(
                    ALICE,
                    money("100", "USD"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
  }
}
