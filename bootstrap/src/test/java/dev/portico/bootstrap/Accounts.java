package dev.portico.bootstrap;

import static dev.portico.web.shared.TestRequest.form;
import static dev.portico.web.shared.TestRequest.json;

import dev.portico.domain.shared.CanIgnoreReturnValue;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestClient;

/** What system tests do with accounts over and over. */
final class Accounts {

  static final String PASSWORD = "correct horse battery";

  private Accounts() {}

  /** Registers a user, signs in, and hands back the access token. */
  @CanIgnoreReturnValue
  static String registerAndSignIn(TestClient client, String name) {
    client
        .post(
            "/auth/register",
            json("username", name, "email", name + "@example.com", "password", PASSWORD))
        .expectStatus(201);
    return signIn(client, name);
  }

  static String signIn(TestClient client, String name) {
    return client
        .post("/auth/token", form("username", name, "password", PASSWORD))
        .expectStatus(200)
        .text("/access_token");
  }

  static void assertRecognised(TestClient client, String name, String token) {
    client
        .get("/users/me", ServiceUnderTest.bearer(token))
        .expectStatus(200)
        .expectJson("/username", name);
  }
}
