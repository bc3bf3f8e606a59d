package dev.portico.web;

import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.TestRequest.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.Fakes;
import dev.portico.application.reports.ViewActivityReport;
import dev.portico.application.reports.port.ReportSource;
import dev.portico.domain.reports.NameCount;
import dev.portico.domain.reports.Period;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.WebWorld;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Reports, over fakes. */
class ReportsApiTest extends ReportsApiSuite {

  private final AtomicInteger counts = new AtomicInteger();
  private final WebWorld world =
      new WebWorld(
          "http://localhost:8000",
          ports -> Fakes.replace(ports, ReportSource.class, new Counting(ports.reportSource())));

  @Override
  protected ServiceUnderTest service() {
    return WebWorld.shared();
  }

  /** Knows how often it was asked. */
  private final class Counting implements ReportSource {

    private final ReportSource source;

    Counting(ReportSource source) {
      this.source = source;
    }

    @Override
    public Map<LocalDate, Long> countByDay(Subject subject, Period period) {
      counts.incrementAndGet();
      return source.countByDay(subject, period);
    }

    @Override
    public List<NameCount> topEventNames(Period period, int atMost) {
      counts.incrementAndGet();
      return source.topEventNames(period, atMost);
    }
  }

  @Test
  void countsAndKeepsWhatTheCacheMisses() {
    var token = bearer(world.newToken());
    world.client().post("/events/", json("name", "Test Event"), token).expectStatus(201);
    world.client().post("/items/", json("title", "Lamp"), token).expectStatus(201);

    var report = world.client().get("/expensive-query").expectStatus(200);

    report
        .expectHeader("Cache-Status", "portico; fwd=miss; stored")
        .expectJson("/generated_at", world.fakes.time.instant().toString())
        .expectJson("/events/29", Map.of("day", "2024-01-15", "count", 1))
        .expectJson("/items/29", Map.of("day", "2024-01-15", "count", 1))
        .expectJson("/items/28", Map.of("day", "2024-01-14", "count", 0))
        .expectJson("/top_event_names", List.of(Map.of("name", "Test Event", "count", 1)));
    assertThat(world.fakes.cache.get(ViewActivityReport.KEY)).contains(report.body());
    assertThat(counts).hasValue(4);
  }

  @Test
  void countsNothingOnAHit() {
    var kept =
        """
        {"generated_at":"2024-01-15T11:59:59Z","users":[],"events":[],"items":[],\
        "top_event_names":[]}\
        """;
    world.fakes.cache.put(ViewActivityReport.KEY, kept, ViewActivityReport.TTL);

    var report = world.client().get("/expensive-query").expectStatus(200);

    report.expectHeader("Cache-Status", "portico; hit");
    assertThat(report.body()).isEqualTo(kept);
    assertThat(counts).hasValue(0);
  }

  @Test
  void countsAnewWhenTheMinuteIsOver() {
    world.client().get("/expensive-query").expectStatus(200);
    world.fakes.time.advance(ViewActivityReport.TTL);

    world
        .client()
        .get("/expensive-query")
        .expectHeader("Cache-Status", "portico; fwd=miss; stored")
        .expectJson("/generated_at", world.fakes.time.instant().toString());
    assertThat(counts).hasValue(8);
  }
}
