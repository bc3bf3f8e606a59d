package dev.portico.web.shared;

import static dev.portico.web.shared.ServiceUnderTest.uniqueName;
import static dev.portico.web.shared.TestRequest.form;
import static dev.portico.web.shared.TestRequest.json;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.portico.application.access.port.Sessions;
import dev.portico.application.events.port.Events;
import dev.portico.application.shared.OwnerGone;
import dev.portico.application.shared.Unavailable;
import dev.portico.application.users.port.PasswordHasher;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered, and what is logged, when something of ours goes wrong. */
class FailureTest {

  private final WebWorld world = new WebWorld();

  @ParameterizedTest
  @ValueSource(strings = {"/probe/fails", "/probe/overflows", "/probe/unwritable"})
  void tellsNothingOfAMistakeAndLogsItOnce(String path) {
    var id = uniqueName();
    try (var log = LogCapture.open()) {
      var failed =
          world.client().sendToFail(TestRequest.of("GET", path).with(List.of("X-Request-Id", id)));

      failed.expectDetail("The request failed by a mistake of ours");
      assertThat(failed.text("/type")).endsWith("#internal-error");
      assertThat(failed.body()).doesNotContain("SELECT", "secret", "Exception", "Error\"");
      assertThat(log.events())
          .filteredOn(event -> id.equals(event.getMDCPropertyMap().get("request_id")))
          .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
          .singleElement()
          .satisfies(FailureTest::assertTellsTheCause);
    }
  }

  private static void assertTellsTheCause(ILoggingEvent event) {
    assertThat(event.getLevel()).isEqualTo(Level.ERROR);
    assertThat(LogCapture.textOf(event)).contains(ProbeController.SECRET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST", "PUT", "HEAD", "TRACE", "FOO"})
  void failsTheSameByEveryMethod(String method) {
    world.client().sendToFail(TestRequest.of(method, "/probe/fails"));
  }

  @Test
  void asksToComeBackWhenSomethingIsAway() {
    var away = world.client().get("/probe/unavailable").expectStatus(503);

    away.expectHeader("Retry-After", "2");
    assertThat(away.text("/type")).endsWith("#unavailable");
    assertThat(away.body()).doesNotContain("SELECT", "secret");
  }

  /** An account is closed on one node while another, for a few seconds, still knows its owner. */
  @Test
  void sendsAwayWhoseAccountIsClosedMeanwhile() {
    var user = world.testUser();
    world.ports().fail(Events.class, new OwnerGone("on purpose"), 1);
    world.ports().fail(Sessions.class, new OwnerGone("on purpose"), 1);

    world
        .client()
        .post("/auth/token", form("username", user.username(), "password", user.password()))
        .expectStatus(401);
    world
        .client()
        .as(user)
        .post("/events/", json("name", "late"))
        .expectStatus(401)
        .expectDetail("Could not validate credentials");
  }

  @Test
  void asksToComeBackWhenThereIsNoRoomToHash() {
    world.ports().fail(PasswordHasher.class, new Unavailable("no room"), 2);
    var registration =
        json("username", "alice", "email", "alice@example.com", "password", "TestPass123!");

    world
        .client()
        .post("/auth/register", registration, "Idempotency-Key", "k")
        .expectStatus(503)
        .expectHeader("Retry-After", "2");
    world
        .client()
        .post("/auth/token", form("username", "alice", "password", "x"))
        .expectStatus(503)
        .expectHeader("Retry-After", "2")
        .expectJson("/error", "temporarily_unavailable");
    assertThat(world.client().get("/users/").json().at("/items")).isEmpty();
  }
}
