package dev.portico.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestClient;
import dev.portico.web.shared.TestRequest;
import dev.portico.web.shared.TestUser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/**
 * Every route of the published description that changes something, with members that nobody asks
 * for, in the body and in the query.
 */
@ApiTest
class MassAssignmentApiTest {

  private static final Map<String, Object> EXTRA = extra();
  private static final List<String> SEEN = List.of("/users/me", "/events/", "/payments/");

  private final TestUser user;
  private final ServiceUnderTest service;
  private final TestClient client;

  MassAssignmentApiTest(ServiceUnderTest service) {
    this.service = service;
    user = service.testUser();
    client = service.client().as(user);
  }

  private static Map<String, Object> extra() {
    var extra = new LinkedHashMap<String, Object>();
    extra.put("id", "00000000-0000-7000-8000-000000000000");
    extra.put("user_id", "00000000-0000-7000-8000-000000000000");
    extra.put("owner_id", "00000000-0000-7000-8000-000000000000");
    extra.put("role", "admin");
    extra.put("roles", List.of("admin"));
    extra.put("is_admin", true);
    extra.put("is_active", false);
    extra.put("balance", 1_000_000);
    extra.put("email_verified", true);
    extra.put("version", 7);
    extra.put("created_at", "2000-01-01T00:00:00Z");
    return extra;
  }

  private record Write(String method, String path, JsonNode schema, boolean byAdmin) {}

  @TestFactory
  @DisplayName("AZ-3: refusesWhatNobodyAsksFor")
  Stream<DynamicTest> refusesWhatNobodyAsksFor() {
    var document = client.get("/openapi.json").json();
    var writes = writes(document);
    assertThat(writes).hasSizeGreaterThan(6);
    return writes.stream()
        .map(write ->
            dynamicTest(write.method() + " " + write.path(), () -> check(write, document)));
  }

  private static List<Write> writes(JsonNode document) {
    var writes = new ArrayList<Write>();
    for (var path : document.get("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        var schema = operation.getValue().at("/requestBody/content/application~1json/schema");
        if (!schema.isMissingNode()) {
          var byAdmin = operation.getValue().path("x-policy").asString("").equals("admin");
          writes.add(
              new Write(
                  operation.getKey().toUpperCase(Locale.ROOT),
                  path.getKey(),
                  resolved(schema, document),
                  byAdmin));
        }
      }
    }
    return writes;
  }

  private static JsonNode resolved(JsonNode schema, JsonNode document) {
    var reference = schema.path("$ref");
    return reference.isString() ? document.at(reference.stringValue().substring(1)) : schema;
  }

  private void check(Write write, JsonNode document) {
    var unknown = new LinkedHashMap<>(EXTRA);
    unknown.keySet().removeAll(write.schema().path("properties").propertyNames());
    var body = valid(write.schema(), document);
    body.putAll(unknown);
    var path = write.path().replaceAll("\\{[^}]+}", user.id());
    var sender = write.byAdmin() ? service.client().as(service.testAdmin()) : client;
    var before = seen();

    var answer =
        sender.send(
            TestRequest.of(write.method(), path + "?" + asQuery())
                .with(TestRequest.json(body))
                .with(List.of("If-Match", "*")));

    answer.expectStatus(422);
    var pointers =
        answer.json().at("/errors").valueStream().map(it -> it.at("/pointer").stringValue());
    assertThat(pointers)
        .containsExactlyInAnyOrderElementsOf(
            unknown.keySet().stream().map(name -> "/" + name).toList());
    assertThat(seen()).isEqualTo(before);
  }

  private List<String> seen() {
    var mine = SEEN.stream().map(path -> client.get(path).expectStatus(200).body());
    return Stream.concat(mine, items()).toList();
  }

  /** Everybody sees them, and other tests make theirs meanwhile. */
  private Stream<String> items() {
    return client
        .get("/items/?limit=100")
        .expectStatus(200)
        .json()
        .at("/items")
        .valueStream()
        .filter(item -> item.at("/owner/id").stringValue().equals(user.id()))
        .map(JsonNode::toString);
  }

  private static String asQuery() {
    return EXTRA.keySet().stream().map(name -> name + "=admin").collect(Collectors.joining("&"));
  }

  /** A body that would do without the rest: what it must have, by example. */
  private static Map<String, Object> valid(JsonNode schema, JsonNode document) {
    var body = new LinkedHashMap<String, Object>();
    for (var name : schema.path("required")) {
      var member = resolved(schema.at("/properties/" + name.stringValue()), document);
      var example = member.at("/examples/0");
      assertThat(example.isMissingNode())
          .as("an example of %s, so that the request is good but for what is added", name)
          .isFalse();
      body.put(name.stringValue(), example);
    }
    return body;
  }
}
