package dev.portico.web;

import static dev.portico.web.shared.TestRequest.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestClient;
import dev.portico.web.shared.TestRequest;
import dev.portico.web.shared.TestResponse;
import dev.portico.web.shared.TestUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Somebody with every id of somebody else, at every route of the published description that takes
 * one: they get what they get for an id that nobody has, and nothing changes.
 */
@ApiTest
class OwnershipApiTest {

  private static final List<String> OWN =
      List.of("/users/me", "/events/", "/payments/", "/items/?limit=100");

  private final TestUser owner;
  private final TestClient asOwner;
  private final TestClient asStranger;

  OwnershipApiTest(ServiceUnderTest service) {
    owner = service.testUser();
    asOwner = service.client().as(owner);
    asStranger = service.client().as(service.testUser());
  }

  private record Route(String method, String path) {

    TestResponse ask(TestClient client, String id) {
      return client.send(
          TestRequest.of(method, path.replaceAll("\\{[^}]+}", id))
              .with(method.equals("GET") ? TestRequest.Content.NONE : json("by", 1))
              .with(List.of("If-Match", "*")));
    }
  }

  /** Those with an id in the path that are not open to everyone. */
  private List<Route> routes() {
    var routes = new ArrayList<Route>();
    var paths = asOwner.get("/openapi.json").json().get("paths");
    for (var path : paths.properties()) {
      for (var operation : path.getValue().properties()) {
        if (path.getKey().contains("id}") && isGuarded(operation.getValue())) {
          routes.add(new Route(operation.getKey().toUpperCase(Locale.ROOT), path.getKey()));
        }
      }
    }
    return routes;
  }

  private static boolean isGuarded(JsonNode operation) {
    return operation.path("security").isMissingNode();
  }

  private List<String> idsOfTheOwner() {
    return List.of(
        owner.id(),
        made("/events/", json("name", "mine")),
        made("/items/", json("title", "mine")),
        made("/payments/", json("amount", "12.00", "currency", "USD")));
  }

  private String made(String path, TestRequest.Content body) {
    var made = asOwner.post(path, body);
    assertThat(made.status()).as(made.body()).isIn(200, 201);
    return made.text("/id");
  }

  private List<String> own() {
    return OWN.stream().map(path -> asOwner.get(path).expectStatus(200).body()).toList();
  }

  @Test
  @DisplayName("AZ-2: treatsAForeignIdLikeAnUnknownOne")
  void treatsAForeignIdLikeAnUnknownOne() {
    var ids = idsOfTheOwner();
    var before = own();
    var routes = routes();
    assertThat(routes).hasSizeGreaterThan(3);

    for (var route : routes) {
      var unknown = route.ask(asStranger, UUID.randomUUID().toString());
      for (var id : ids) {
        var foreign = route.ask(asStranger, id);
        assertThat(foreign.status())
            .as(route + " " + id)
            .isEqualTo(unknown.status())
            .isNotEqualTo(200);
        assertThat(withoutNames(foreign)).as(route + " " + id).isEqualTo(withoutNames(unknown));
      }
    }

    assertThat(own()).isEqualTo(before);
  }

  /** The body without what the request was called and where it went. */
  private static String withoutNames(TestResponse response) {
    return response.body().replaceAll("\"(instance|request_id)\":\"[^\"]*\"", "");
  }
}
