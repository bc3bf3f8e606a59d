package dev.portico.web;

import static dev.portico.web.shared.ServiceUnderTest.uniqueName;
import static dev.portico.web.shared.TestRequest.form;
import static dev.portico.web.shared.TestRequest.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestClient;
import dev.portico.web.shared.TestRequest;
import dev.portico.web.shared.TestResponse;
import dev.portico.web.shared.TestUser;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What is written down of who did what to an account (LG-3). */
@ApiTest
class AuditApiTest {

  private static final String PASSWORD = "TestPass123!";

  private final ServiceUnderTest service;
  private final TestClient client;
  private final TestUser admin;

  AuditApiTest(ServiceUnderTest service) {
    this.service = service;
    client = service.client();
    admin = service.testAdmin();
  }

  private TestResponse audit(String query) {
    return client.get("/audit" + query, admin.bearer()).expectStatus(200);
  }

  private Stream<JsonNode> entries(String query) {
    return audit(query).json().at("/items").valueStream();
  }

  private List<String> kinds(String query) {
    return entries(query).map(entry -> entry.at("/kind").stringValue()).toList().reversed();
  }

  private String register(String name, String... headers) {
    return client
        .post(
            "/auth/register",
            json("username", name, "email", name + "@example.com", "password", PASSWORD),
            headers)
        .expectStatus(201)
        .text("/id");
  }

  private TestResponse signIn(String name, String password, String... headers) {
    return client.post("/auth/token", form("username", name, "password", password), headers);
  }

  private TestResponse patch(String id, Object... members) {
    return client.send(
        TestRequest.of("PATCH", "/users/" + id).with(json(members)).with(List.of(admin.bearer())));
  }

  @Test
  @DisplayName("LG-3: tellsTheStoryOfAnAccount")
  void tellsTheStoryOfAnAccount() {
    var name = uniqueName();
    var id = register(name);
    signIn(name, "wrong").expectStatus(401);
    var token = signIn(name, PASSWORD).expectStatus(200).text("/access_token");
    client.send("POST", "/auth/logout", ServiceUnderTest.bearer(token)).expectStatus(204);
    patch(id, "roles", List.of("admin")).expectStatus(204);
    patch(id, "is_active", false, "roles", List.of()).expectStatus(204);
    patch(id, "is_active", false).expectStatus(204);
    patch(id, "is_active", true).expectStatus(204);
    client.send("DELETE", "/users/" + id, admin.bearer()).expectStatus(204);

    assertThat(kinds("?subject=" + id))
        .containsExactlyInAnyOrder(
            "user_registered",
            "sign_in_failed",
            "signed_in",
            "signed_out",
            "roles_changed",
            "user_deactivated",
            "roles_changed",
            "user_activated",
            "user_deleted");
    assertThat(kinds("?subject=" + id + "&actor=" + admin.id()))
        .containsExactlyInAnyOrder(
            "roles_changed", "user_deactivated", "roles_changed", "user_activated", "user_deleted");
  }

  @Test
  @DisplayName("LG-3: saysWhenWhoFromWhereAndWhatCameOfIt")
  void saysWhenWhoFromWhereAndWhatCameOfIt() {
    var name = uniqueName();
    var request = "r." + name;
    var id = register(name);
    signIn(name, "wrong", "X-Request-Id", request).expectStatus(401);

    var failed = audit("?kind=sign_in_failed&subject=" + id);
    failed
        .expectJson("/items/0/result", "refused")
        .expectJson("/items/0/subject", id)
        .expectJson("/items/0/actor", null)
        .expectJson("/items/0/request_id", request)
        .expectJson("/items/0/times", 1);
    assertThat(failed.text("/items/0/created_at")).endsWith("Z");
    var address = failed.text("/items/0/address");
    assertThat(kinds("?subject=" + id + "&address=" + address)).hasSize(2);
    assertThat(kinds("?subject=" + id + "&address=192.0.2.77")).isEmpty();
    assertThat(failed.body()).doesNotContain(name + "@", PASSWORD, "wrong");
  }

  @Test
  @DisplayName("LG-3: countsFailedSignIns")
  void countsFailedSignIns() {
    var user = service.testUser();
    for (int i = 0; i < 9; i++) {
      signIn(user.username(), "wrong").expectStatus(401);
    }

    var entries = entries("?kind=sign_in_failed&subject=" + user.id()).toList();
    // A minute may have ended in between.
    assertThat(entries).hasSizeBetween(1, 2);
    assertThat(entries.stream().mapToLong(entry -> entry.at("/times").longValue()).sum())
        .isEqualTo(9);
  }

  @Test
  @DisplayName("LG-3: countsWhoWasThrottled")
  void countsWhoWasThrottled() {
    var user = service.testUser();
    for (int i = 0; i < 12; i++) {
      signIn(user.username(), "wrong");
    }

    var throttled = entries("?kind=sign_in_throttled&subject=" + user.id());
    assertThat(throttled.mapToLong(entry -> entry.at("/times").longValue()).sum()).isEqualTo(2);
  }

  @Test
  void keepsNoNameThatNobodyHas() {
    var name = uniqueName();

    signIn(name, "wrong").expectStatus(401);
    signIn("somebody's password", "wrong").expectStatus(401);

    assertThat(audit("?kind=sign_in_failed&limit=100").body()).doesNotContain(name, "somebody");
  }

  @Test
  @DisplayName("LG-3: tellsWhoWasTurnedAway")
  void tellsWhoWasTurnedAway() {
    var user = service.testUser();

    client.get("/audit", user.bearer()).expectStatus(403);
    client.send("DELETE", "/users/" + admin.id(), user.bearer()).expectStatus(403);

    var entries = entries("?kind=access_denied&actor=" + user.id()).toList();
    assertThat(entries).hasSizeBetween(1, 2);
    assertThat(entries.stream().mapToLong(entry -> entry.at("/times").longValue()).sum())
        .isEqualTo(2);
  }

  @Test
  void goesByTimeAndPages() {
    var user = service.testUser();
    for (int i = 0; i < 3; i++) {
      signIn(user.username(), ServiceUnderTest.PASSWORD).expectStatus(200);
    }
    var query = "?kind=signed_in&subject=" + user.id();
    var first = audit(query + "&limit=2");
    var second = audit(query + "&limit=2&cursor=" + first.text("/next_cursor"));

    assertThat(first.json().at("/items").size()).isEqualTo(2);
    assertThat(second.json().at("/items").size()).isEqualTo(1);
    assertThat(second.json().at("/next_cursor").isNull()).isTrue();
    assertThat(kinds(query + "&until=2000-01-01T00:00:00Z")).isEmpty();
    assertThat(kinds(query + "&from=2000-01-01T00:00:00Z")).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind=x",
        "kind=SIGNED_IN",
        "subject=x",
        "actor=me",
        "address=",
        "from=y",
        "until="
      })
  void refusesWhatIsNoFilter(String query) {
    client.get("/audit?" + query, admin.bearer()).expectStatus(422);
  }

  @Test
  void refusesAForeignCursor() {
    client.get("/audit?cursor=x", admin.bearer()).expectStatus(400);
  }
}
