package dev.portico.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.feed.port.ExternalSource;
import dev.portico.application.feed.port.InMemoryExternalSource;
import dev.portico.testkit.PortOverrides;
import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.TestClient;
import org.junit.jupiter.api.Test;

/** What readers of the feed see of its source. */
@ApiTest
class FeedSourceApiTest {

  private final InMemoryExternalSource source = new InMemoryExternalSource();
  private final TestClient client;

  FeedSourceApiTest(TestClient client, PortOverrides ports) {
    this.client = client;
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
}
