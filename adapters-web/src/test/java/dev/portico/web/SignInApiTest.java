package dev.portico.web;

import static dev.portico.web.shared.ServiceUnderTest.PASSWORD;
import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.ServiceUnderTest.uniqueName;
import static dev.portico.web.shared.TestRequest.form;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Signing in, and being recognised by what came of it.
 *
 * <p>Written once and run wherever a service can be had: over fakes in this module, on PostgreSQL
 * and a socket in bootstrap. Tests share that service, so each uses names of its own.
 */
@ApiTest
class SignInApiTest {

  private final ServiceUnderTest service;

  SignInApiTest(ServiceUnderTest service) {
    this.service = service;
  }

  private static String withoutId(String body) {
    return body.replaceAll("\"request_id\":\"[^\"]*\"", "");
  }

  @Test
  void signsInWithNameAndPassword() {
    var user = service.newUser();

    var signedIn =
        service
            .client()
            .post(
                "/auth/token",
                form(
                    "username",
                    user.username().text(),
                    "password",
                    PASSWORD,
                    "grant_type",
                    "password"))
            .expectStatus(200)
            .expectJson("/token_type", "bearer")
            .expectJson("/expires_in", 1800);
    assertThat(signedIn.text("/access_token").split("\\.", -1)).hasSize(3);
    signedIn.expectHeader("Cache-Control", "no-store");
  }

  @Test
  void signsInWithAnAddressInAnyCase() {
    var user = service.newUser();

    service
        .client()
        .post(
            "/auth/token",
            form("username", user.email().text().toUpperCase(Locale.ROOT), "password", PASSWORD))
        .expectStatus(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/auth/token", "/auth/token/cookie"})
  void refusesAWrongPassword(String path) {
    var user = service.newUser();

    var refused =
        service
            .client()
            .post(path, form("username", user.username().text(), "password", "wrongpassword"))
            .expectStatus(401)
            .expectDetail("Incorrect username or password")
            .expectJson("/error", "invalid_grant");
    assertThat(refused.cookie("access_token")).isEmpty();
  }

  @Test
  void refusesAnUnknownNameInTheSameWords() {
    var user = service.newUser();
    var wrong =
        service
            .client()
            .post(
                "/auth/token",
                form("username", user.username().text(), "password", "wrongpassword"));
    var unknown =
        service
            .client()
            .post("/auth/token", form("username", uniqueName(), "password", "wrongpassword"));

    assertThat(unknown.status()).isEqualTo(wrong.status());
    assertThat(unknown.headers().keySet()).isEqualTo(wrong.headers().keySet());
    assertThat(withoutId(unknown.body())).isEqualTo(withoutId(wrong.body()));
  }

  @Test
  void refusesAnInactiveUser() {
    var user = service.add(service.someone().inactive().build());

    service
        .client()
        .post("/auth/token", form("username", user.username().text(), "password", PASSWORD))
        .expectStatus(400)
        .expectDetail("Inactive user");
  }

  @Test
  void asksForATokenWhereOneIsNeeded() {
    service
        .client()
        .get("/users/me")
        .expectStatus(401)
        .expectDetail("Not authenticated")
        .expectHeader("WWW-Authenticate", "Bearer");
  }

  @Test
  void recognisesTheBearer() {
    var user = service.newUser();

    service
        .client()
        .get("/users/me", bearer(service.tokenOf(user)))
        .expectStatus(200)
        .expectJson("/username", user.username().text())
        .expectJson("/id", user.id().toString())
        .expectJson("/email", user.email().text());
  }

  @Test
  void tellsAnExpiredToken() {
    var user = service.newUser();

    var refused =
        service
            .client()
            .get("/users/me", bearer(service.tokens().expired(user.id())))
            .expectStatus(401);

    assertThat(refused.text("/detail")).containsIgnoringCase("expired");
  }

  @Test
  void refusesATamperedToken() {
    var token = service.newToken();

    service
        .client()
        .get("/users/me", bearer(token.substring(0, token.length() - 4) + "AAAA"))
        .expectStatus(401)
        .expectDetail("Could not validate credentials")
        .expectHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
  }

  @Test
  void refusesTheTokenOfAnInactiveUser() {
    var user = service.add(service.someone().inactive().build());
    var token = service.tokens().token(user.id(), header -> header, claims -> claims);

    service.client().get("/users/me", bearer(token)).expectStatus(401);
  }

  @Test
  void signsInWithACookie() {
    var user = service.newUser();

    var signedIn =
        service
            .client()
            .post(
                "/auth/token/cookie",
                form("username", user.username().text(), "password", PASSWORD))
            .expectStatus(200);
    var cookie = signedIn.cookie("access_token").orElseThrow();

    assertThat(signedIn.header("Set-Cookie").orElseThrow())
        .contains("; HttpOnly", "; SameSite=Lax", "; Path=/")
        .doesNotContain("Domain");
    assertThat(signedIn.body()).doesNotContain(cookie);
    service
        .client()
        .get("/protected/cookie", "Cookie", "access_token=" + cookie)
        .expectStatus(200)
        .expectJson("/username", user.username().text());
    service
        .client()
        .get("/users/me", "Cookie", "access_token=" + cookie)
        .expectStatus(200)
        .expectJson("/username", user.username().text());
  }

  @Test
  void goesByTheCookieAloneWhereItSaysSo() {
    var token = service.newToken();

    service.client().get("/protected/cookie").expectStatus(401).expectDetail("Not authenticated");
    service
        .client()
        .get("/protected/cookie", bearer(token))
        .expectStatus(401)
        .expectDetail("Not authenticated");
  }

  @Test
  void refusesACookieAndABearerOfDifferentUsers() {
    var alice = service.newToken();
    var bob = service.newToken();

    service
        .client()
        .get("/users/me", "Authorization", "Bearer " + alice, "Cookie", "access_token=" + bob)
        .expectStatus(400);
    service
        .client()
        .get("/users/me", "Authorization", "Bearer " + alice, "Cookie", "access_token=" + alice)
        .expectStatus(200);
  }
}
