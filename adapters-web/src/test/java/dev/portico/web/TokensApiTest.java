package dev.portico.web;

import static dev.portico.web.shared.ServiceUnderTest.PASSWORD;
import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.TestRequest.form;
import static dev.portico.web.shared.TestRequest.json;
import static dev.portico.web.shared.TestRequest.rawForm;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.access.RefreshChain;
import dev.portico.domain.users.User;
import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Withdrawing tokens and asking about them (RFC 7009, RFC 7662; RF-6). */
@ApiTest
class TokensApiTest {

  private final ServiceUnderTest service;
  private final User user;

  TokensApiTest(ServiceUnderTest service) {
    this.service = service;
    user = service.newUser();
  }

  private TestResponse signIn() {
    return service
        .client()
        .post("/auth/token", form("username", user.username().text(), "password", PASSWORD))
        .expectStatus(200);
  }

  private TestResponse refresh(String token) {
    return service
        .client()
        .post("/auth/token", form("grant_type", "refresh_token", "refresh_token", token));
  }

  private void revoke(String... parameters) {
    service.client().post("/auth/revoke", form(parameters)).expectStatus(200);
  }

  private void assertOver(TestResponse tokens) {
    service.client().get("/users/me", bearer(tokens.text("/access_token"))).expectStatus(401);
    refresh(tokens.text("/refresh_token")).expectStatus(400);
  }

  @Test
  @DisplayName("RF-6: endsTheSessionOfEitherToken")
  void endsTheSessionOfEitherToken() {
    var one = signIn();
    var two = signIn();
    var three = signIn();

    revoke("token", one.text("/refresh_token"), "token_type_hint", "refresh_token");
    revoke("token", two.text("/access_token"), "token_type_hint", "refresh_token");

    assertOver(one);
    assertOver(two);
    service.client().get("/users/me", bearer(three.text("/access_token"))).expectStatus(200);
  }

  @Test
  @DisplayName("RF-6: endsItBySpentTokensToo")
  void endsItBySpentTokensToo() {
    var first = signIn();
    var next = refresh(first.text("/refresh_token")).expectStatus(200);
    service.time().advance(RefreshChain.GRACE);

    revoke("token", first.text("/refresh_token"));

    assertOver(next);
  }

  @Test
  @DisplayName("RF-6: saysNothingOfWhatItDoesNotKnow")
  void saysNothingOfWhatItDoesNotKnow() {
    var tokens = signIn();
    var token = tokens.text("/refresh_token");
    // The right session, and a secret that is made up.
    var forged =
        token.substring(0, 40) + (token.charAt(40) == 'A' ? 'B' : 'A') + token.substring(41);

    for (var unknown : List.of("x", forged, service.tokens().expired(user.id()), "a.b.c")) {
      revoke("token", unknown);
      revoke("token", unknown, "token_type_hint", "made_up");
    }

    refresh(token).expectStatus(200);
  }

  @Test
  @DisplayName("RF-6: revokesByPostAndFormOnly")
  void revokesByPostAndFormOnly() {
    var token = signIn().text("/refresh_token");
    var client = service.client();

    client
        .get("/auth/revoke?token=" + token)
        .expectStatus(405)
        .expectHeader("Allow", "OPTIONS, POST");
    client.post("/auth/revoke", json("token", token)).expectStatus(415);
    client.post("/auth/revoke?token=" + token, rawForm("")).expectStatus(400);
    client
        .post("/auth/revoke", rawForm("token=" + token + "&token=" + token))
        .expectStatus(400)
        .expectJson("/error", "invalid_request");

    refresh(token).expectStatus(200);
  }

  private TestResponse introspect(String token) {
    var admin = service.testUser(it -> it.admin());
    return service
        .client()
        .as(admin)
        .post("/auth/introspect", form("token", token))
        .expectStatus(200)
        .expectHeader("Cache-Control", "no-store");
  }

  @Test
  @DisplayName("RF-6: tellsAdministratorsOfALiveToken")
  void tellsAdministratorsOfALiveToken() {
    introspect(signIn().text("/access_token"))
        .expectJson("/active", true)
        .expectJson("/sub", user.id().toString())
        .expectJson("/username", user.username().text())
        .expectJson("/scope", "account")
        .expectJson("/token_type", "bearer")
        .expectJson("/client_id", "portico");
  }

  private void assertInactive(String token) {
    assertThat(introspect(token).body()).isEqualTo("{\"active\":false}");
  }

  @Test
  @DisplayName("RF-6: saysOfAnyOtherThatItIsNotActive")
  void saysOfAnyOtherThatItIsNotActive() {
    var tokens = signIn();
    var foreign = service.testUser().foreignToken();
    var ended = signIn();
    revoke("token", ended.text("/refresh_token"));

    assertInactive("x");
    assertInactive(foreign);
    assertInactive(service.tokens().expired(user.id()));
    assertInactive(service.testUser().tamperedToken());
    assertInactive(ended.text("/access_token"));
    // RF-8: no service is to take it for an access token.
    assertInactive(tokens.text("/refresh_token"));
  }

  @Test
  @DisplayName("RF-6: grantsNoLeewayInTheNameOfOthers")
  void grantsNoLeewayInTheNameOfOthers() {
    var tokens = signIn();
    service.time().advance(Duration.ofMinutes(30).minusSeconds(1));
    introspect(tokens.text("/access_token")).expectJson("/active", true);
    service.time().advance(Duration.ofSeconds(1));

    assertInactive(tokens.text("/access_token"));
    service.client().get("/users/me", bearer(tokens.text("/access_token"))).expectStatus(200);
  }

  @Test
  @DisplayName("RF-6: tellsNobodyElse")
  void tellsNobodyElse() {
    var token = signIn().text("/access_token");
    var question = form("token", token);

    service.client().post("/auth/introspect", question).expectStatus(401);
    service.client().post("/auth/introspect", question, bearer("x")).expectStatus(401);
    service.client().post("/auth/introspect", question, bearer("")).expectStatus(401);
    service
        .client()
        .post("/auth/introspect", question, bearer(token))
        .expectStatus(403)
        .expectJson("/error", "access_denied");
    service.client().get("/auth/introspect?token=" + token).expectStatus(405);
  }
}
