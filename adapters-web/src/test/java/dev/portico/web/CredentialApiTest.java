package dev.portico.web;

import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.ServiceUnderTest.expectAmbiguous;

import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How credentials may be shown (RFC 6750; JW-11), and whose pages may make a browser show them. */
@ApiTest
class CredentialApiTest {

  private final ServiceUnderTest service;

  CredentialApiTest(ServiceUnderTest service) {
    this.service = service;
  }

  @ParameterizedTest
  @DisplayName("JW-11: knowsTheSchemeInAnyCase")
  @ValueSource(strings = {"Bearer ", "bearer ", "BEARER ", "bEaReR ", "Bearer   "})
  void knowsTheSchemeInAnyCase(String scheme) {
    service
        .client()
        .get("/users/me", "Authorization", scheme + service.newToken())
        .expectStatus(200);
  }

  @Test
  @DisplayName("JW-11: refusesTwoAuthorizationHeaders")
  void refusesTwoAuthorizationHeaders() {
    var token = service.newToken();

    for (var other :
        List.of("Bearer " + token, "Bearer " + service.newToken(), "Basic eDp5", "Bearer")) {
      expectAmbiguous(
          service
              .client()
              .get("/users/me", "Authorization", "Bearer " + token, "Authorization", other));
      expectAmbiguous(
          service
              .client()
              .get("/users/me", "Authorization", other, "Authorization", "Bearer " + token));
    }
  }

  @Test
  @DisplayName("JW-11: neverReadsATokenFromTheQuery")
  void neverReadsATokenFromTheQuery() {
    var token = service.newToken();

    for (var path : List.of("/users/me", "/protected/cookie")) {
      service
          .client()
          .get(path + "?access_token=" + token)
          .expectStatus(401)
          .expectDetail("Not authenticated")
          .expectHeader("WWW-Authenticate", "Bearer");
    }
    expectAmbiguous(service.client().get("/users/me?access_token=" + token, bearer(token)));
    expectAmbiguous(service.client().get("/users/me?a=b&access_token=", bearer(token)));
    service.client().get("/users/me?other_access_token=" + token, bearer(token)).expectStatus(200);
  }

  @Test
  @DisplayName("JW-11: readsNoTokenFromOtherHeaders")
  void readsNoTokenFromOtherHeaders() {
    var token = service.newToken();

    for (var header :
        List.of(
            "X-Access-Token",
            "X-Auth-Token",
            "Access-Token",
            "Token",
            "Proxy-Authorization",
            "X-Authorization",
            "X-Forwarded-Access-Token")) {
      service.client().get("/users/me", header, "Bearer " + token).expectStatus(401);
    }
    service.client().get("/users/me", "Cookie", "Access_Token=" + token).expectStatus(401);
    service.client().get("/users/me", "Cookie", "token=" + token).expectStatus(401);
  }

  @ParameterizedTest
  @DisplayName("JW-11: refusesABearerThatIsNoToken")
  @ValueSource(
      strings = {
        "Bearer",
        "Bearer x",
        "Bearer x.y.z",
        "Bearer ..",
        "Bearer null",
        "Bearer \"x\"",
        "Bearer a b",
        "Bearer a,b",
        "Bearer ="
      })
  void refusesABearerThatIsNoToken(String authorization) {
    service
        .client()
        .get("/users/me", "Authorization", authorization)
        .expectStatus(401)
        .expectDetail("Could not validate credentials")
        .expectHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
  }

  @Test
  @DisplayName("JW-11: refusesMoreThanTheToken")
  void refusesMoreThanTheToken() {
    var token = service.newToken();

    for (var altered :
        List.of(
            token + "=",
            token + ".",
            "." + token,
            token + " " + token,
            token + ", Bearer " + token,
            "\"" + token + "\"",
            token + "A".repeat(5_000))) {
      service.client().get("/users/me", bearer(altered)).expectStatus(401);
    }
  }

  @ParameterizedTest
  @DisplayName("JW-11: takesOtherSchemesForNoCredentials")
  @ValueSource(
      strings = {
        "Basic eDp5",
        "Digest x",
        "Token x",
        "BearerX x",
        "Bearerx",
        "DPoP x",
        "Negotiate",
        "x"
      })
  void takesOtherSchemesForNoCredentials(String authorization) {
    service
        .client()
        .get("/users/me", "Authorization", authorization)
        .expectStatus(401)
        .expectDetail("Not authenticated")
        .expectHeader("WWW-Authenticate", "Bearer");
  }

  @Test
  void looksAtNoCredentialsOnPublicRoutes() {
    service
        .client()
        .get(
            "/",
            "Authorization",
            "Bearer x",
            "Authorization",
            "Bearer y",
            "Cookie",
            "access_token=z")
        .expectStatus(200);
  }
}
