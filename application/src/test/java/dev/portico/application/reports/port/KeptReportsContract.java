package dev.portico.application.reports.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.reports.port.KeptReports.Kept;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every store of reports promises. A fresh, empty one for each test. */
public abstract class KeptReportsContract {

  private static final Instant NOON = Instant.parse("2024-01-15T12:00:00.123456Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration A_MOMENT = Duration.ofMillis(1);

  protected abstract KeptReports reports();

  private boolean takeTurn(Instant now) {
    return reports().takeTurn("r", now, now.minus(MINUTE), now.plusSeconds(20));
  }

  @Test
  void haveNothingToBeginWith() {
    assertThat(reports().find("r")).isEmpty();
    assertThat(reports().await("r", NOON, A_MOMENT)).isEmpty();
  }

  @Test
  void giveWhatWasKept() {
    reports().keep("r", new Kept("été 🦊", NOON));

    assertThat(reports().find("r")).contains(new Kept("été 🦊", NOON));
    assertThat(reports().find("other")).isEmpty();
  }

  @Test
  void keepTheYounger() {
    reports().keep("r", new Kept("young", NOON));
    reports().keep("r", new Kept("old", NOON.minusSeconds(1)));
    assertThat(reports().find("r")).contains(new Kept("young", NOON));

    reports().keep("r", new Kept("younger", NOON.plusSeconds(1)));
    assertThat(reports().find("r")).contains(new Kept("younger", NOON.plusSeconds(1)));
  }

  @Test
  void giveTheTurnToOneUntilItRunsOut() {
    assertThat(takeTurn(NOON)).isTrue();
    assertThat(takeTurn(NOON.plusSeconds(19))).isFalse();
    assertThat(reports().find("r")).isEmpty();

    assertThat(takeTurn(NOON.plusSeconds(20))).isTrue();
  }

  @Test
  void giveNoTurnWhileTheLastReportIsYoung() {
    assertThat(takeTurn(NOON)).isTrue();
    reports().keep("r", new Kept("text", NOON));

    assertThat(takeTurn(NOON.plus(MINUTE).minusNanos(1_000))).isFalse();
    assertThat(takeTurn(NOON.plus(MINUTE))).isTrue();
    assertThat(reports().find("r")).contains(new Kept("text", NOON));
  }

  @Test
  void endATurnThatLedToNothing() {
    assertThat(takeTurn(NOON)).isTrue();
    reports().giveUp("r", NOON.plusSeconds(7));
    assertThat(takeTurn(NOON)).isFalse();

    reports().giveUp("r", NOON.plusSeconds(20));
    assertThat(takeTurn(NOON)).isTrue();
  }

  @Test
  void waitForWhatSomebodyElseMakes() throws Exception {
    reports().keep("r", new Kept("old", NOON.minusSeconds(1)));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var waiting = threads.submit(() -> reports().await("r", NOON, Duration.ofSeconds(30)));
      reports().keep("r", new Kept("new", NOON));

      assertThat(waiting.get()).contains(new Kept("new", NOON));
    }
  }

  @Test
  void giveTheTurnToOneOfManyAtOnce() throws Exception {
    var taken = new ArrayList<Boolean>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<Boolean>>();
      for (int i = 0; i < 8; i++) {
        running.add(threads.submit(() -> takeTurn(NOON)));
      }
      for (var turn : running) {
        taken.add(turn.get());
      }
    }

    assertThat(taken).containsOnlyOnce(true);
  }
}
