package dev.portico.web;

import static dev.portico.web.shared.ServiceUnderTest.PASSWORD;
import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.ServiceUnderTest.uniqueName;
import static dev.portico.web.shared.TestRequest.form;
import static dev.portico.web.shared.TestRequest.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.access.port.OneTimeCodes;
import dev.portico.application.access.port.Standings;
import dev.portico.application.notifications.port.Subscriptions;
import dev.portico.application.shared.Unavailable;
import dev.portico.application.shared.port.IdempotencyKeys;
import dev.portico.application.users.port.PasswordHasher;
import dev.portico.application.users.port.WeakPasswords;
import dev.portico.testkit.TestTasks;
import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestClient;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a check cannot be made nothing is done, and no door was left open while building. */
@ApiTest
class FailClosedApiTest {

  private final ServiceUnderTest service;
  private final TestClient client;

  FailClosedApiTest(ServiceUnderTest service) {
    this.service = service;
    client = service.client();
  }

  private void takeAway(Class<?> port, int times) {
    service.ports().fail(port, new Unavailable("away, on purpose"), times);
  }

  @Test
  @DisplayName("SC-3: letsNobodyInWhoCannotBeChecked")
  void letsNobodyInWhoCannotBeChecked() {
    var user = service.testUser();
    var admin = service.testAdmin();
    takeAway(Standings.class, 3);

    client.get("/users/me", user.bearer()).expectStatus(503);
    client.get("/protected/cookie", "Cookie", "access_token=" + user.token()).expectStatus(503);
    client.get("/audit", admin.bearer()).expectStatus(503);

    client.get("/users/me", user.bearer()).expectStatus(200);
  }

  @Test
  @DisplayName("SC-3: takesNoPasswordThatCannotBeChecked")
  void takesNoPasswordThatCannotBeChecked() {
    var user = service.testUser();
    takeAway(PasswordHasher.class, 1);
    client
        .post("/auth/token", form("username", user.username(), "password", PASSWORD))
        .expectStatus(503);

    var name = uniqueName();
    var registration =
        json("username", name, "email", name + "@example.com", "password", "my old horse");
    takeAway(WeakPasswords.class, 1);
    client.post("/auth/register", registration).expectStatus(503);
    client.post("/auth/register", registration).expectStatus(201);
  }

  @Test
  @DisplayName("SC-3: doesNothingWhoseRepetitionCannotBeChecked")
  void doesNothingWhoseRepetitionCannotBeChecked() {
    var user = service.testUser();
    takeAway(IdempotencyKeys.class, 1);

    client
        .as(user)
        .post("/events/", json("name", "once"), "Idempotency-Key", uniqueName())
        .expectStatus(503);

    assertThat(client.get("/events/", user.bearer()).json().at("/items")).isEmpty();
  }

  @Test
  @DisplayName("SC-3: sendsNoMailThatCannotBeCounted")
  void sendsNoMailThatCannotBeCounted(TestTasks tasks) {
    takeAway(Subscriptions.class, 1);

    client.post("/notify", json("email", uniqueName() + "@example.com")).expectStatus(503);

    assertThat(tasks.pending()).isEmpty();
  }

  @Test
  @DisplayName("SC-3: resetsNothingByACodeThatCannotBeChecked")
  void resetsNothingByACodeThatCannotBeChecked() {
    var mails = new CodeMails(service);
    var user = service.testUser();
    client.post("/auth/password/forgot", json("email", user.email())).expectStatus(202);
    var code = mails.codeTo(user.email());
    takeAway(OneTimeCodes.class, 1);

    client
        .post("/auth/password/reset", json("token", code, "new_password", "my other donkey"))
        .expectStatus(503);

    client
        .post("/auth/token", form("username", user.username(), "password", PASSWORD))
        .expectStatus(200);
  }

  @ParameterizedTest
  @DisplayName("SC-3: hasNoDoorForItsMakers")
  @ValueSource(
      strings = {
        "/actuator",
        "/actuator/env",
        "/actuator/heapdump",
        "/swagger-ui",
        "/swagger-ui.html",
        "/swagger-ui/index.html",
        "/v3/api-docs",
        "/h2-console",
        "/console",
        "/jolokia",
        "/debug",
        "/trace",
        "/env",
        "/error",
        "/login",
        "/admin",
        "/WEB-INF/web.xml",
        "/.env"
      })
  void hasNoDoorForItsMakers(String path) {
    client.get(path).expectStatus(404);
    client.get(path, bearer(service.testAdmin().token())).expectStatus(404);
  }
}
