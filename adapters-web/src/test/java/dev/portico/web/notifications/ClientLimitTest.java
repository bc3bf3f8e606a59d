package dev.portico.web.notifications;

import static dev.portico.web.shared.TestRequest.json;

import dev.portico.web.shared.WebWorld;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** In a world of its own, since it uses up what its client may ask for. */
class ClientLimitTest {

  private final WebWorld world = new WebWorld();

  @Test
  void letsAClientAskTwentyTimesAnHour() {
    for (int i = 0; i < 20; i++) {
      world.client().post("/notify", json("email", "u" + i + "@example.com")).expectStatus(200);
    }
    world.fakes.time.advance(Duration.ofMinutes(59).plusMillis(500));

    world
        .client()
        .post("/notify", json("email", "late@example.com"), "X-Forwarded-For", "192.0.2.9")
        .expectStatus(429)
        .expectHeader("Retry-After", "60");

    world.fakes.time.advance(Duration.ofMinutes(1));
    world.client().post("/notify", json("email", "late@example.com")).expectStatus(200);
  }
}
