package dev.portico.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.feed.port.ExternalSource;
import dev.portico.application.feed.port.InMemoryExternalSource;
import dev.portico.testkit.PortOverrides;
import dev.portico.testkit.TestTime;
import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.TestClient;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What readers of the feed see of its source. */
@ApiTest
class FeedSourceApiTest {

  private final InMemoryExternalSource source = new InMemoryExternalSource();
  private final TestClient client;
  private final TestTime time;

  FeedSourceApiTest(TestClient client, PortOverrides ports, TestTime time) {
    this.client = client;
    this.time = time;
    ports.override(ExternalSource.class, source);
  }

  @Test
  void passesEveryDigitOn() {
    source.hold("{\"rate\":1.500000000000000000000000001}");

    var answer = client.get("/api/data").expectStatus(200);

    assertThat(answer.body()).isEqualTo("{\"data\":{\"rate\":1.500000000000000000000000001}}");
  }

  @Test
  void asksToComeBackWhileTheSourceIsAway() {
    source.goAway();

    var away = client.get("/api/data").expectStatus(503);

    away.expectHeader("Retry-After", "5").expectDetail("The external source does not answer");
    assertThat(away.text("/type")).endsWith("#unavailable");
  }

  @Test
  void saysWhatItsCacheDid() {
    source.hold("1");
    client
        .get("/api/data")
        .expectStatus(200)
        .expectHeader("Cache-Status", "portico; fwd=miss; stored");
    source.hold("2");
    time.advance(Duration.ofSeconds(5));

    client
        .get("/api/data")
        .expectStatus(200)
        .expectJson("/data", 1)
        .expectHeader("Cache-Status", "portico; hit; ttl=25")
        .expectHeader("Age", "5");
  }

  /** F16. */
  @Test
  void showsWhatItHadWhileTheSourceIsAway() {
    source.hold("1");
    client.get("/api/data").expectStatus(200);
    source.goAway();
    time.advance(Duration.ofSeconds(42));

    client
        .get("/api/data")
        .expectStatus(200)
        .expectJson("/data", 1)
        .expectHeader("Cache-Status", "portico; hit; ttl=-12")
        .expectHeader("Age", "42");
  }
}
