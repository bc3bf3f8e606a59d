package dev.portico.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is said of the service's health when it is not well. */
class HealthTest {

  private final WebWorld world = WebWorld.alone();
  private final TestClient client = world.client();

  @Test
  void isUnwellWhileTheStorageIsAway() {
    world.fakes.storageProbe.setAway(true);

    for (var path : new String[] {"/health", "/health/ready"}) {
      client
          .get(path)
          .expectStatus(503)
          .expectDetail("The database does not answer")
          .expectHeader("Retry-After", "2");
      client.send("HEAD", path).expectStatus(503);
    }
    client.get("/health/live").expectStatus(200);

    world.fakes.storageProbe.setAway(false);
    client.get("/health").expectStatus(200);
    client.get("/health/ready").expectStatus(200);
  }

  @Test
  void isNotReadyOnceItShutsDown() {
    var shutdown = world.context().getBean(Shutdown.class);
    client.get("/health/ready").expectStatus(200);

    shutdown.begin();

    var away = client.get("/health/ready").expectStatus(503);
    away.expectDetail("The service is shutting down").expectHeader("Retry-After", "2");
    assertThat(away.text("/type")).endsWith("#unavailable");
    client.get("/health/live").expectStatus(200);
    client.get("/health").expectStatus(200);
    client.get("/").expectStatus(200);
  }
}
