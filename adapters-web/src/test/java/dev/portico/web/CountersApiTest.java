package dev.portico.web;

import static dev.portico.web.shared.ServiceUnderTest.bearer;

import dev.portico.domain.counters.CounterName;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.WebWorld;
import org.junit.jupiter.api.Test;

/** Counters, over fakes. */
class CountersApiTest extends CountersApiSuite {

  @Override
  protected ServiceUnderTest service() {
    return WebWorld.shared();
  }

  @Test
  void refusesWhatNoCounterCanHold() {
    var world = new WebWorld();
    world.fakes.counters.set(new CounterName("full"), Long.MAX_VALUE);
    var token = bearer(world.newToken());

    world
        .client()
        .send("POST", "/counters/full/increment", token)
        .expectStatus(422)
        .expectErrorsAt("/by");
    world
        .client()
        .get("/counters/full", token)
        .expectStatus(200)
        .expectJson("/value", Long.MAX_VALUE);
  }
}
