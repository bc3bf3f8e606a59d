package dev.portico.web;

import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.portico.domain.users.User;
import dev.portico.web.shared.ApiTest;
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

  private enum Who {
    PUBLIC,
    USER,
    COOKIE,
    SOCKET,
    LEAVING,
    REFRESHING,
    SERVICE;

    static Who of(JsonNode operation) {
      var security = operation.path("security");
      switch (operation.path("x-policy").asString("")) {
        case "session" -> {
          return security.size() > 1 ? LEAVING : REFRESHING;
        }
        case "service" -> {
          return SERVICE;
        }
        default -> {}
      }
      if (security.isMissingNode()) {
        return USER;
      }
      if (security.isEmpty()) {
        return PUBLIC;
      }
      return security.get(0).isEmpty() ? SOCKET : COOKIE;
    }
  }

  private record Route(String method, String path, Who who, String mediaType) {

    static Route of(String method, String path, JsonNode operation) {
      return new Route(
          method.toUpperCase(Locale.ROOT),
          path.replaceAll("\\{[^}]+}", UUID.randomUUID().toString()),
          Who.of(operation),
          operation.at("/requestBody/content").propertyNames().stream().findFirst().orElse(""));
    }

    TestRequest with(String... headers) {
      return TestRequest.of(method, path)
          .with(new Content(mediaType, new byte[0]))
          .with(List.of(headers))
          .with(List.of("Sec-Fetch-Site", "same-origin"));
    }
  }

  /** Who calls, and the detail of the 401 they get; empty where they get in. */
  private enum Kind {
    ANONYMOUS("Not authenticated", "Not authenticated"),
    BEARER("", "Not authenticated"),
    COOKIE("", ""),
    EXPIRED_BEARER("Token has expired", "Not authenticated"),
    EXPIRED_COOKIE("Token has expired", "Token has expired"),
    TAMPERED_BEARER("Could not validate credentials", "Not authenticated"),
    TAMPERED_COOKIE("Could not validate credentials", "Could not validate credentials"),
    INACTIVE_BEARER("Could not validate credentials", "Not authenticated"),
    INACTIVE_COOKIE("Could not validate credentials", "Could not validate credentials");

    private final String byUser;
    private final String byCookie;

    Kind(String byUser, String byCookie) {
      this.byUser = byUser;
      this.byCookie = byCookie;
    }

    String refusal(Who who) {
      return switch (who) {
        case PUBLIC -> "";
        case USER, SERVICE -> byUser;
        // Cookies that are no good are cleared.
        case LEAVING ->
            byCookie.isEmpty() || this == ANONYMOUS || name().endsWith("BEARER") ? byUser : "";
        case REFRESHING -> "Not authenticated";
        case COOKIE -> byCookie;
        case SOCKET -> this == ANONYMOUS ? "" : byUser;
      };
    }
  }

  private String[] credentials(Kind kind, User user) {
    return switch (kind) {
      case ANONYMOUS -> NOTHING;
      case BEARER -> bearer(service.tokenOf(user));
      case COOKIE -> cookie(service.tokenOf(user));
      case EXPIRED_BEARER -> bearer(service.tokens().expired(user.id()));
      case EXPIRED_COOKIE -> cookie(service.tokens().expired(user.id()));
      case TAMPERED_BEARER -> bearer(tampered(service.tokenOf(user)));
      case TAMPERED_COOKIE -> cookie(tampered(service.tokenOf(user)));
      case INACTIVE_BEARER -> bearer(tokenOfAnInactiveUser());
      case INACTIVE_COOKIE -> cookie(tokenOfAnInactiveUser());
    };
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
    var answer = service.client().send(route.with(credentials(kind, user)));
    var refusal = kind.refusal(route.who());
    if (route.who() == Who.SOCKET && kind == Kind.COOKIE) {
      // A browser would have said which page the handshake is for.
      answer.expectStatus(403);
    } else if (route.who() == Who.SERVICE && refusal.isEmpty()) {
      answer.expectStatus(403).expectDetail("Only administrators may do this");
    } else if (refusal.isEmpty()) {
      assertAdmitted(route, answer);
    } else {
      answer.expectStatus(401).expectDetail(refusal);
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
