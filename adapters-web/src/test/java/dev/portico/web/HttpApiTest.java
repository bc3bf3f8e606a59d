package dev.portico.web;

import static dev.portico.web.Registrations.PATH;
import static dev.portico.web.Registrations.registration;
import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.ServiceUnderTest.uniqueName;
import static dev.portico.web.shared.TestRequest.json;
import static dev.portico.web.shared.TestRequest.rawJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestRequest;
import dev.portico.web.shared.TestResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP itself, whatever the route. That every answer has its headers is checked by the client. */
@ApiTest
class HttpApiTest {

  private static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "FOO", "get");

  private final ServiceUnderTest service;

  HttpApiTest(ServiceUnderTest service) {
    this.service = service;
  }

  /** The methods of every path that the document describes. */
  private Map<String, Set<String>> routes() {
    var routes = new TreeMap<String, Set<String>>();
    service
        .client()
        .get("/openapi.json")
        .json()
        .get("paths")
        .properties()
        .forEach(path ->
            routes.put(
                path.getKey().replaceAll("\\{[^}]+}", "x"),
                path.getValue().propertyNames().stream()
                    .map(method -> method.toUpperCase(java.util.Locale.ROOT))
                    .collect(Collectors.toSet())));
    assertThat(routes).hasSizeGreaterThan(10);
    // To the methods it does not have itself, it is a user of a name that nobody has.
    routes.merge("/users/me", routes.get("/users/x"), HttpApiTest::union);
    return routes;
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    var all = new TreeSet<>(some);
    all.addAll(others);
    return all;
  }

  private static Set<String> allowed(Set<String> methods) {
    var all = new TreeSet<>(methods);
    all.add("OPTIONS");
    if (methods.contains("GET")) {
      all.add("HEAD");
    }
    return all;
  }

  private static Set<String> allowedIn(TestResponse response) {
    return Set.of(response.header("Allow").orElseThrow().split(" *, *", -1));
  }

  @Test
  @DisplayName("HT-1: answersInEveryStatusWithItsHeaders")
  void answersInEveryStatusWithItsHeaders() {
    var user = service.newUser();
    var body = json(registration(uniqueName()));
    var statuses =
        Stream.of(
                service.client().get("/"),
                service.client().post(PATH, body),
                service.client().post(PATH, body),
                service.client().get("/users/me"),
                service
                    .client()
                    .post(
                        "/auth/token/cookie",
                        TestRequest.form("username", "x"),
                        "Sec-Fetch-Site",
                        "cross-site"),
                service.client().get("/nowhere"),
                service.client().send("DELETE", "/"),
                service.client().get("/", "Accept", "image/png"),
                service.client().post(PATH, rawJson(" ".repeat((1 << 20) + 1))),
                service.client().post(PATH, TestRequest.form("a", "b")),
                service.client().post(PATH, json()),
                service.client().get("/users/me", bearer(service.tokenOf(user))))
            .map(TestResponse::status)
            .toList();

    assertThat(statuses)
        .containsExactly(200, 201, 400, 401, 403, 404, 405, 406, 413, 415, 422, 200);
  }

  @Test
  @DisplayName("HT-4: refusesEveryOtherMethod")
  void refusesEveryOtherMethod() {
    routes()
        .forEach((path, methods) ->
            METHODS.stream()
                .filter(method -> !methods.contains(method))
                .forEach(method -> {
                  var refused = service.client().send(method, path).expectStatus(405);
                  assertThat(allowedIn(refused)).as(path).isEqualTo(allowed(methods));
                }));
  }

  @Test
  @DisplayName("HT-4: tellsTheMethodsAndNothingElse")
  void tellsTheMethodsAndNothingElse() {
    routes()
        .forEach((path, methods) -> {
          var options = service.client().send("OPTIONS", path).expectStatus(200);
          assertThat(allowedIn(options)).as(path).isEqualTo(allowed(methods));
          assertThat(options.headers())
              .doesNotContainKeys("content-type", "set-cookie", "www-authenticate");
        });
    service.client().send("OPTIONS", "/nowhere").expectStatus(404);
  }

  @Test
  @DisplayName("HT-4: answersHeadLikeGet")
  void answersHeadLikeGet() {
    var id = service.newUser().id();
    var token = service.newToken();

    for (var path :
        List.of(
            "/",
            "/health",
            "/docs",
            "/docs/docs.css",
            "/openapi.json",
            "/users/" + id,
            "/users/" + "x",
            "/nowhere",
            "/users/me",
            "/users/?limit=0")) {
      assertThat(comparable(service.client().send("HEAD", path)))
          .as(path)
          .isEqualTo(comparable(service.client().get(path)));
      assertThat(comparable(service.client().send("HEAD", path, bearer(token))))
          .isEqualTo(comparable(service.client().get(path, bearer(token))));
    }
  }

  /** Status and headers without what differs from one answer to the next. */
  private static Map<String, List<String>> comparable(TestResponse response) {
    var all = new TreeMap<>(response.headers());
    all.keySet()
        .removeAll(Set.of("x-request-id", "date", "connection", "keep-alive", "transfer-encoding"));
    // The name of the request is part of a problem, and of its length.
    all.remove("content-length");
    all.put("status", List.of(Integer.toString(response.status())));
    return all;
  }

  @ParameterizedTest
  @DisplayName("HT-3: answersNoPreflight")
  @ValueSource(
      strings = {
        "https://foreign.example",
        "null",
        "http://localhost:8000.foreign.example",
        "http://localhost:8000"
      })
  void answersNoPreflight(String origin) {
    for (var path : List.of("/", "/users/me", PATH, "/auth/token/cookie", "/nowhere")) {
      for (var method : List.of("GET", "POST", "PUT", "FOO")) {
        var answer =
            service
                .client()
                .send(
                    "OPTIONS",
                    path,
                    "Origin",
                    origin,
                    "Access-Control-Request-Method",
                    method,
                    "Access-Control-Request-Headers",
                    "authorization");
        assertThat(answer.text("/type")).endsWith("#cross-site");
        answer.expectStatus(403);
      }
    }
  }

  @Test
  @DisplayName("HT-3: answersOtherOriginsWithoutLeave")
  void answersOtherOriginsWithoutLeave() {
    service.client().get("/users/", "Origin", "https://foreign.example").expectStatus(200);
  }
}
