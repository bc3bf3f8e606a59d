package dev.portico.web.shared;

import static dev.portico.web.shared.ServiceUnderTest.uniqueName;
import static dev.portico.web.shared.TestRequest.form;
import static dev.portico.web.shared.TestRequest.json;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.portico.application.ChangedPorts;
import dev.portico.application.Ports;
import dev.portico.application.shared.Unavailable;
import dev.portico.application.users.port.PasswordHasher;
import dev.portico.domain.users.Password;
import dev.portico.domain.users.PasswordHash;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered, and what is logged, when something of ours goes wrong. */
class FailureTest {

  private static final WebWorld WORLD =
      new WebWorld("http://localhost:8000", ProbeController.class);

  @ParameterizedTest
  @ValueSource(strings = {"/probe/fails", "/probe/overflows", "/probe/unwritable"})
  void tellsNothingOfAMistakeAndLogsItOnce(String path) {
    var id = uniqueName();
    try (var log = LogCapture.open()) {
      var failed =
          WORLD.client().sendToFail(TestRequest.of("GET", path).with(List.of("X-Request-Id", id)));

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
    WORLD.client().sendToFail(TestRequest.of(method, "/probe/fails"));
  }

  @Test
  void asksToComeBackWhenSomethingIsAway() {
    var away = WORLD.client().get("/probe/unavailable").expectStatus(503);

    away.expectHeader("Retry-After", "2");
    assertThat(away.text("/type")).endsWith("#unavailable");
    assertThat(away.body()).doesNotContain("SELECT", "secret");
  }

  @Test
  void asksToComeBackWhenThereIsNoRoomToHash() {
    var full = new WebWorld("http://localhost:8000", FailureTest::withoutRoomToHash);
    var registration =
        json("username", "alice", "email", "alice@example.com", "password", "TestPass123!");

    full.client()
        .post("/auth/register", registration, "Idempotency-Key", "k")
        .expectStatus(503)
        .expectHeader("Retry-After", "2");
    full.client()
        .post("/auth/token", form("username", "alice", "password", "x"))
        .expectStatus(503)
        .expectHeader("Retry-After", "2")
        .expectJson("/error", "temporarily_unavailable");
    assertThat(full.client().get("/users/").json().at("/items")).isEmpty();
  }

  private static Ports withoutRoomToHash(Ports p) {
    return ChangedPorts.with(
        p,
        PasswordHasher.class,
        new PasswordHasher() {
          @Override
          public PasswordHash hash(Password password) {
            throw new Unavailable("no room");
          }

          @Override
          public Match verify(Password password, Optional<PasswordHash> kept) {
            throw new Unavailable("no room");
          }
        });
  }
}
