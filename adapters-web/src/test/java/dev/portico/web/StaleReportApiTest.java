package dev.portico.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.reports.port.KeptReports;
import dev.portico.application.reports.port.ReportSource;
import dev.portico.application.shared.Unavailable;
import dev.portico.testkit.PortOverrides;
import dev.portico.testkit.TestTime;
import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.TestClient;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** F16: how old the activity report says it is. */
@ApiTest
class StaleReportApiTest {

  private final TestClient client;
  private final TestTime time;
  private final PortOverrides ports;

  StaleReportApiTest(TestClient client, TestTime time, PortOverrides ports) {
    this.client = client;
    this.time = time;
    this.ports = ports;
  }

  @Test
  void saysHowOldItIs() {
    var counted = client.get("/expensive-query").expectStatus(200);
    assertThat(counted.header("Age")).isEmpty();
    counted.expectHeader("Cache-Status", "portico; fwd=miss; stored");

    time.advance(Duration.ofSeconds(19));
    client
        .get("/expensive-query")
        .expectStatus(200)
        .expectHeader("Age", "19")
        .expectHeader("Cache-Status", "portico; hit; ttl=41");
  }

  @Test
  void isShownForAnHourWhereNobodyCanCount() {
    var counted = client.get("/expensive-query").expectStatus(200);
    ports.fail(ReportSource.class, new Unavailable("away"), Integer.MAX_VALUE);

    time.advance(Duration.ofSeconds(63));
    client
        .get("/expensive-query")
        .expectStatus(200)
        .expectHeader("Age", "63")
        .expectHeader("Cache-Status", "portico; hit; ttl=-3")
        .expectHeader("ETag", counted.header("ETag").orElseThrow());

    time.advance(Duration.ofHours(1));
    client.get("/expensive-query").expectStatus(503);
  }

  @Test
  void isNotMadeUpWhereTheTurnCannotBeTaken() {
    ports.fail(KeptReports.class, new Unavailable("away"), Integer.MAX_VALUE);

    client.get("/expensive-query").expectStatus(503);
  }
}
