package dev.portico.web;

import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.portico.domain.users.User;
import dev.portico.web.shared.AccessMatrix;
import dev.portico.web.shared.AccessMatrix.Kind;
import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.RoutePolicy.Who;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestRequest;
import dev.portico.web.shared.TestRequest.Content;
import dev.portico.web.shared.TestResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/**
 * Each route against each kind of caller (AZ-1). The routes and who may call them are taken from
 * the published description, which other tests hold against the code.
 */
@ApiTest
class RouteApiTest {

  private static final String[] NOTHING = {};

  private final ServiceUnderTest service;

  RouteApiTest(ServiceUnderTest service) {
    this.service = service;
  }

  private static Who policyOf(JsonNode operation) {
    if (operation.has("x-policy")) {
      return Who.valueOf(operation.get("x-policy").stringValue().toUpperCase(Locale.ROOT));
    }
    var security = operation.path("security");
    if (security.isMissingNode()) {
      return Who.USER;
    }
    if (security.isEmpty()) {
      return Who.PUBLIC;
    }
    return security.get(0).isEmpty() ? Who.SOCKET : Who.COOKIE;
  }

  private record Route(String method, String path, Who who, String mediaType) {

    static Route of(String method, String path, JsonNode operation) {
      return new Route(
          method.toUpperCase(Locale.ROOT),
          // The room that is open to everybody, as its policy is.
          path.replace("{room}", "lobby").replaceAll("\\{[^}]+}", UUID.randomUUID().toString()),
          policyOf(operation),
          operation.at("/requestBody/content").propertyNames().stream().findFirst().orElse(""));
    }

    TestRequest with(String... headers) {
      return TestRequest.of(method, path)
          .with(new Content(mediaType, new byte[0]))
          .with(List.of(headers))
          .with(List.of("Sec-Fetch-Site", "same-origin"));
    }
  }

  private String[] shown(Kind kind, User user) {
    return switch (kind.credentials()) {
      case NONE -> NOTHING;
      case BEARER -> bearer(token(kind, user));
      case COOKIE -> cookie(token(kind, user));
    };
  }

  private String token(Kind kind, User user) {
    return switch (kind) {
      case ANONYMOUS -> "";
      case USER_BEARER, USER_COOKIE -> service.tokenOf(user);
      case ADMIN_BEARER, ADMIN_COOKIE -> service.tokenOf(service.testAdmin().user());
      case EXPIRED_BEARER, EXPIRED_COOKIE -> service.tokens().expired(user.id());
      case TAMPERED_BEARER, TAMPERED_COOKIE -> tampered(service.tokenOf(user));
      case DEACTIVATED_BEARER, DEACTIVATED_COOKIE -> tokenOfAnInactiveUser();
      case REFRESH_TOKEN_BEARER, REFRESH_TOKEN_COOKIE -> refreshToken(user);
    };
  }

  private String refreshToken(User user) {
    return service
        .client()
        .post(
            "/auth/token",
            TestRequest.form(
                "username", user.username().text(), "password", service.passwordOf(user)))
        .expectStatus(200)
        .text("/refresh_token");
  }

  private static String[] cookie(String token) {
    return new String[] {"Cookie", "access_token=" + token};
  }

  private static String tampered(String token) {
    int payload = token.indexOf('.') + 5;
    char other = token.charAt(payload) == 'A' ? 'B' : 'A';
    return token.substring(0, payload) + other + token.substring(payload + 1);
  }

  private String tokenOfAnInactiveUser() {
    var user = service.add(service.someone().inactive().build());
    return service.tokens().token(user.id(), header -> header, claims -> claims);
  }

  private List<Route> routes() {
    var routes = new ArrayList<Route>();
    var document = service.client().get("/openapi.json").json();
    document
        .get("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(operation ->
                    routes.add(Route.of(operation.getKey(), path.getKey(), operation.getValue()))));
    return routes;
  }

  @TestFactory
  @DisplayName("AZ-1: answersEachKindOfCallerByItsPolicy")
  Stream<DynamicTest> answersEachKindOfCallerByItsPolicy() {
    var routes = routes();
    assertThat(routes).extracting(Route::who).contains(Who.values());
    var user = service.newUser();
    return routes.stream()
        .flatMap(route ->
            Arrays.stream(Kind.values())
                .map(kind ->
                    dynamicTest(
                        route.method() + " " + route.path() + " by " + kind,
                        () -> check(route, kind, user))));
  }

  private void check(Route route, Kind kind, User user) {
    var expected = AccessMatrix.of(route.who(), kind);
    var answer = service.client().send(route.with(shown(kind, user)));
    if (expected.equals(AccessMatrix.Answer.IN)) {
      assertAdmitted(route, answer);
    } else {
      answer.expectStatus(expected.status());
    }
    if (expected.status() == 401) {
      answer.expectDetail(expected.detail());
      assertThat(answer.header("WWW-Authenticate").orElseThrow()).startsWith("Bearer");
    }
  }

  /** Whatever else it is, it is no refusal for who asks, and the same as for everyone. */
  private void assertAdmitted(Route route, TestResponse answer) {
    assertThat(answer.status()).as(answer.body()).isNotIn(401, 403);
    if (route.who() == Who.PUBLIC) {
      answer.expectStatus(service.client().send(route.with(NOTHING)).status());
    } else if (route.who() == Who.SOCKET) {
      // In, and then found to be no handshake.
      answer.expectStatus(426);
    } else if (route.method().equals("GET")) {
      assertThat(answer.status()).as(answer.body()).isIn(200, 404);
    }
  }
}
