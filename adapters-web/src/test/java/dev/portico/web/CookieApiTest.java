package dev.portico.web;

import static dev.portico.web.shared.ServiceUnderTest.PASSWORD;
import static dev.portico.web.shared.ServiceUnderTest.expectAmbiguous;
import static dev.portico.web.shared.TestRequest.form;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestResponse;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cookies as credentials, and whose pages may make a browser send or get them. */
@ApiTest
class CookieApiTest {

  private final ServiceUnderTest service;

  CookieApiTest(ServiceUnderTest service) {
    this.service = service;
  }

  @Test
  @DisplayName("CK-4: refusesSeveralCookies")
  void refusesSeveralCookies() {
    var token = service.newToken();

    for (var other : List.of(token, service.newToken(), "x")) {
      for (var path : List.of("/users/me", "/protected/cookie")) {
        expectAmbiguous(
            service
                .client()
                .get(path, "Cookie", "access_token=" + token + "; access_token=" + other));
      }
    }
    service
        .client()
        .get("/protected/cookie", "Cookie", "a=b; access_token=" + token + "; c=d")
        .expectStatus(200);
  }

  @Test
  @DisplayName("CK-4: passesOverCookiesOfLikeNames")
  void passesOverCookiesOfLikeNames() {
    var token = service.newToken();

    for (var other : List.of("my_access_token", "access_token_2", "Access_Token")) {
      service
          .client()
          .get("/protected/cookie", "Cookie", other + "=x; access_token=" + token)
          .expectStatus(200);
      service.client().get("/protected/cookie", "Cookie", other + "=" + token).expectStatus(401);
    }
  }

  @Test
  @DisplayName("CK-4: goesByTheBearerBesideABadCookie")
  void goesByTheBearerBesideABadCookie() {
    var user = service.newUser();
    var token = service.tokenOf(user);
    var expired = service.tokens().expired(user.id());

    service
        .client()
        .get("/users/me", "Authorization", "Bearer " + token, "Cookie", "access_token=" + expired)
        .expectStatus(200)
        .expectJson("/username", user.username().text());
    service
        .client()
        .get("/users/me", "Authorization", "Bearer " + expired, "Cookie", "access_token=" + token)
        .expectStatus(401);
  }

  private TestResponse signInByCookie(String... headers) {
    return service
        .client()
        .post(
            "/auth/token/cookie",
            form("username", service.newUser().username().text(), "password", PASSWORD),
            headers);
  }

  @ParameterizedTest
  @DisplayName("CK-3: signsNobodyInForAnotherSite")
  @ValueSource(
      strings = {
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site",
        "Sec-Fetch-Site: SAME-ORIGIN",
        "Sec-Fetch-Site: x",
        "Origin: null",
        "Origin: https://foreign.example",
        "Origin: http://localhost:8000.foreign.example",
        "Origin: http://localhost",
        "Origin: https://localhost:8000",
        "Origin: http://localhost:8001"
      })
  void signsNobodyInForAnotherSite(String header) {
    var refused = signInByCookie(header.split(": ", 2)).expectStatus(403);

    assertThat(refused.text("/type")).endsWith("#cross-site");
    assertThat(refused.headers()).doesNotContainKey("set-cookie");
  }

  @Test
  @DisplayName("CK-3: believesTheBrowserAboutTheSiteFirst")
  void believesTheBrowserAboutTheSiteFirst() {
    signInByCookie("Sec-Fetch-Site", "cross-site", "Origin", "http://localhost:8000")
        .expectStatus(403);
    signInByCookie("Sec-Fetch-Site", "same-origin").expectStatus(200);
    signInByCookie("Sec-Fetch-Site", "none").expectStatus(200);
    signInByCookie().expectStatus(200);
  }

  @Test
  @DisplayName("CK-2: setsAFreshCookieWhateverWasShown")
  void setsAFreshCookieWhateverWasShown() {
    var attackers = service.newToken();

    var signedIn = signInByCookie("Cookie", "access_token=" + attackers).expectStatus(200);

    assertThat(signedIn.cookie("access_token")).isPresent().isNotEqualTo(attackers);
    assertThat(signedIn.headers().get("set-cookie")).hasSize(2);
  }
}
