package dev.portico.web;

import static dev.portico.web.Registrations.PATH;
import static dev.portico.web.Registrations.registration;
import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.ServiceUnderTest.uniqueName;
import static dev.portico.web.shared.TestRequest.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which address a request is for, and what a client may say about that: its path alone. */
@ApiTest
class PathApiTest {

  private final ServiceUnderTest service;

  PathApiTest(ServiceUnderTest service) {
    this.service = service;
  }

  @ParameterizedTest
  @DisplayName("AZ-6: goesByThePathAndMethodAlone")
  @ValueSource(
      strings = {
        "X-HTTP-Method-Override: DELETE",
        "X-HTTP-Method: DELETE",
        "X-Method-Override: DELETE",
        "X-Original-URL: /users/me",
        "X-Rewrite-URL: /users/me",
        "X-Original-URI: /users/me",
        "X-Forwarded-Prefix: /users",
        "X-Forwarded-Path: /users/me",
        "X-Forwarded-Uri: /users/me"
      })
  void goesByThePathAndMethodAlone(String header) {
    service
        .client()
        .get("/?_method=DELETE", header.split(": ", 2))
        .expectStatus(200)
        .expectJson("/message", "Hello World");
    service.client().get("/users/me", header.split(": ", 2)).expectStatus(401);
  }

  @ParameterizedTest
  @DisplayName("HT-6: believesNoHeaderAboutItsAddress")
  @ValueSource(
      strings = {
        "X-Forwarded-Host: evil.example",
        "X-Forwarded-Proto: gopher",
        "X-Forwarded-Port: 666",
        "X-Forwarded-Prefix: /evil",
        "X-Forwarded-Server: evil.example",
        "X-Host: evil.example",
        "Forwarded: for=1.2.3.4;host=evil.example;proto=gopher",
        "Origin: https://evil.example",
        "Referer: https://evil.example/"
      })
  void believesNoHeaderAboutItsAddress(String header) {
    var usual = service.client().get("/nowhere");
    var name = uniqueName();

    var created =
        service
            .client()
            .post(PATH, json(registration(name)), header.split(": ", 2))
            .expectStatus(201);
    assertThat(created.header("Location")).contains("/users/" + created.text("/id"));
    service
        .client()
        .get("/nowhere", header.split(": ", 2))
        .expectJson("/type", usual.text("/type"))
        .expectJson("/instance", "/nowhere");
    assertThat(created.toString() + created.body()).doesNotContain("evil", "gopher", "666/");
  }

  @Test
  @DisplayName("AZ-6: answersCollectionsWithAndWithoutASlash")
  void answersCollectionsWithAndWithoutASlash() {
    for (var path : List.of("/users", "/users/")) {
      assertThat(service.client().get(path).expectStatus(200).json().at("/items").isArray())
          .isTrue();
      service.client().post(path, json()).expectStatus(422);
    }
  }

  @ParameterizedTest
  @DisplayName("AZ-6: findsNothingBehindAStraySlash")
  @ValueSource(
      strings = {
        "/users/me/",
        "/health/",
        "/health/live/",
        "/auth/token/",
        "/auth/register/",
        "/docs/",
        "/openapi.json/",
        "/protected/cookie/",
        "/users/x/"
      })
  void findsNothingBehindAStraySlash(String path) {
    service.client().get(path).expectStatus(404);
    service.client().post(path, json()).expectStatus(404);
  }

  @ParameterizedTest
  @DisplayName("AZ-6: seesThroughNoOtherSpelling")
  @ValueSource(
      strings = {
        "/users/me;x=1",
        "/users;x/me",
        "/;/users/me",
        "//users/me",
        "/users//me",
        "/USERS/ME",
        "/Users/me",
        "/users/%6De",
        "/users/m%65",
        "/%75sers/me",
        "/users/me%20",
        "/users/me%09",
        "/users/me%0a",
        "/users/me%0d%0a",
        "/users/me%7f",
        "/users/me.json",
        "/users/me.",
        "/users/me..;/",
        "/users/./me",
        "/./users/me",
        "/users/x/../me",
        "/users/%2e/me",
        "/users/%2e%2e/users/me",
        "/users/me%3F",
        "/users/me%3b",
        "/users/me%23",
        "/users/%E2%80%A8me",
        "/users/me%E2%80%AE",
        "/users/me%C2%85",
        "/users%E2%81%84me"
      })
  void seesThroughNoOtherSpelling(String path) {
    var token = service.newToken();

    assertThat(service.client().get(path, bearer(token)).status()).as(path).isIn(400, 404);
    assertThat(service.client().get(path).status()).as(path).isIn(400, 404);
  }

  @ParameterizedTest
  @DisplayName("AZ-6: opensNoAdminRouteByAnotherSpelling")
  @ValueSource(
      strings = {
        "/audit;x",
        "/audit;x=1",
        "/;/audit",
        "//audit",
        "/AUDIT",
        "/Audit",
        "/audit/",
        "/audit//",
        "/./audit",
        "/x/../audit",
        "/%2e%2e/audit",
        "/x/%2e%2e/audit",
        "/users/%2e%2e/audit",
        "/audit%2f",
        "/%2faudit",
        "/audit%00",
        "/audit%0a",
        "/audit%20",
        "/audit.json",
        "/%61udit",
        "/aud%E2%80%A8it"
      })
  void opensNoAdminRouteByAnotherSpelling(String path) {
    var user = service.newToken();
    assertThat(service.client().get(path).status()).as(path).isIn(400, 404);
    assertThat(service.client().get(path, bearer(user)).status()).as(path).isIn(400, 404);
    var admin = service.testAdmin().bearer();

    assertThat(service.client().get(path, admin).status()).as(path).isIn(400, 404);
  }

  @ParameterizedTest
  @DisplayName("AZ-6: leadsToNoAdminRouteByAHeader")
  @ValueSource(
      strings = {
        "X-Original-URL: /audit",
        "X-Rewrite-URL: /audit",
        "X-HTTP-Method-Override: DELETE",
        "X-Forwarded-Prefix: /audit"
      })
  void leadsToNoAdminRouteByAHeader(String header) {
    var token = service.newToken();
    var path = "/users/" + service.newUser().id();

    for (var client : List.of(service.client(), service.client().with(bearer(token)))) {
      var headers = header.split(": ", 2);
      client.get("/", headers).expectJson("/message", "Hello World");
      assertThat(client.get("/audit", headers).status()).isIn(401, 403);
      assertThat(client.post(path, json(), headers).status()).isEqualTo(405);
      client.get(path, headers).expectStatus(200);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, 3_000, 6_000})
  void answersPathsHoweverLong(int length) {
    service
        .client()
        .get("/users/" + "a".repeat(length))
        .expectStatus(404)
        .expectDetail("User not found");
    service.client().get("/a".repeat(length / 2)).expectStatus(404);
    service.client().get("/" + "%C3%A9".repeat(length / 6)).expectStatus(404);
  }
}
