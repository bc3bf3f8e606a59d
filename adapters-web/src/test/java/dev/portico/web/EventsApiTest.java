package dev.portico.web;

import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.TestRequest.json;

import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.WebWorld;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Events, over fakes. */
class EventsApiTest extends EventsApiSuite {

  @Override
  protected ServiceUnderTest service() {
    return WebWorld.shared();
  }

  @Test
  void datesAnEventByTheFrozenClock() {
    var world = new WebWorld();
    world.fakes.time.freeze(Instant.parse("2024-01-15T12:00:00Z"));

    world
        .client()
        .post("/events/", json("name", "Test Event"), bearer(world.newToken()))
        .expectStatus(201)
        .expectJson("/created_at", "2024-01-15T12:00:00Z");
  }
}
