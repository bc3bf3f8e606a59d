package dev.portico.web.shared;

import static dev.portico.web.shared.TestRequest.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.users.port.Users;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the kit's client says and does beside sending. */
class TestClientTest {

  private final WebWorld world = new WebWorld();
  private final TestClient client = world.client();

  @Test
  void throwsWhatTheServiceThrew() {
    assertThatThrownBy(() -> client.get("/probe/fails"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("GET /probe/fails -> 500")
        .hasRootCauseMessage("org.example.Cause " + ProbeController.SECRET);
  }

  @Test
  void givesTheRealErrorToWhoeverAsksForIt() {
    client
        .sendToFail(TestRequest.of("GET", "/probe/fails"))
        .expectStatus(500)
        .expectDetail("The request failed by a mistake of ours");
  }

  @Test
  void keepsCookiesLikeABrowserOnly() {
    var user = world.testUser();
    var signIn = form("username", user.username(), "password", user.password());
    var browser = client.browser();

    browser.post("/auth/token/cookie", signIn).expectStatus(200);

    browser.get("/protected/cookie").expectStatus(200);
    client.get("/protected/cookie").expectStatus(401);
    client.browser().get("/protected/cookie").expectStatus(401);
  }

  @Test
  void saysHowLongItWaited() {
    var gate = world.ports().gate(Users.class, "listActive");

    assertThatThrownBy(() -> client.within(Duration.ofMillis(5)).get("/users/"))
        .hasMessage("no answer to GET /users/ within PT0.005S");

    gate.open();
  }

  @Test
  void failsATestForAnAnswerThatNobodyLookedAt() {
    try (var _ = world.scope().bind()) {
      var unseen = client.async().get("/probe/fails");
      assertThat(unseen).isNotNull();
    }

    assertThatThrownBy(world::close)
        .hasMessageContaining("GET /probe/fails, sent without waiting, failed")
        .hasMessageContaining("-> 500");
  }

  @Test
  void actsAsTheUserAndNobodyElse() {
    var user = world.testUser();

    client.as(user).get("/users/me").expectJson("/username", user.username());
    client.get("/users/me").expectStatus(401);
    client
        .with("Authorization", "Bearer " + user.expiredToken())
        .get("/users/me")
        .expectStatus(401);
    client
        .with("Authorization", "Bearer " + user.tamperedToken())
        .get("/users/me")
        .expectStatus(401);
    client
        .with("Authorization", "Bearer " + user.foreignToken())
        .get("/users/me")
        .expectStatus(401);
  }
}
