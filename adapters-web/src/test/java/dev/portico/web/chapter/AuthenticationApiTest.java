package dev.portico.web.chapter;

import static dev.portico.web.shared.TestRequest.form;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.users.UserBuilder;
import dev.portico.testkit.TestTime;
import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestClient;
import dev.portico.web.shared.TestUser;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** 15.2: tokens and cookies in test requests. */
@ApiTest
class AuthenticationApiTest {

  @Test
  void signsIn(TestClient client, TestUser user) {
    var token =
        client
            .post("/auth/token", form("username", user.username(), "password", user.password()))
            .expectStatus(200)
            .expectJson("/token_type", "bearer")
            .text("/access_token");

    assertThat(token.split("\\.")).hasSize(3);
  }

  @Test
  void refusesAWrongPassword(TestClient client, TestUser user) {
    client
        .post("/auth/token", form("username", user.username(), "password", "wrongpassword"))
        .expectStatus(401)
        .expectDetail("Incorrect username or password");
  }

  @Test
  void refusesAnInactiveUser(TestClient client, ServiceUnderTest service) {
    var inactive = service.testUser(UserBuilder::inactive);

    client
        .post("/auth/token", form("username", inactive.username(), "password", inactive.password()))
        .expectStatus(400)
        .expectDetail("Inactive user");
  }

  @Test
  void refusesNobody(TestClient client) {
    client.get("/users/me").expectStatus(401).expectDetail("Not authenticated");
  }

  @Test
  void recognisesAToken(TestClient client, TestUser user) {
    var me = client.as(user).get("/users/me").expectStatus(200);

    me.expectJson("/username", user.username()).expectJson("/id", user.id());
  }

  @Test
  void refusesAnExpiredToken(TestClient client, TestUser user, TestTime time) {
    var expiring = client.as(user);
    expiring.get("/users/me").expectStatus(200);

    time.advance(Duration.ofHours(2));

    var refused = expiring.get("/users/me").expectStatus(401);
    assertThat(refused.text("/detail")).contains("expired");
  }

  @Test
  void recognisesACookie(TestClient client, TestUser user) {
    var browser = client.browser();
    browser
        .post("/auth/token/cookie", form("username", user.username(), "password", user.password()))
        .expectStatus(200);

    browser.get("/protected/cookie").expectStatus(200).expectJson("/username", user.username());
    client.get("/protected/cookie").expectStatus(401);
  }
}
