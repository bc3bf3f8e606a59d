package dev.portico.web;

import static dev.portico.web.shared.TestRequest.json;
import static dev.portico.web.shared.TestRequest.rawJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestClient;
import dev.portico.web.shared.TestRequest;
import dev.portico.web.shared.TestResponse;
import dev.portico.web.shared.TestUser;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Registering webhooks, and looking after them. */
@ApiTest
class WebhooksApiTest {

  private static final String URL = "https://hooks.example.com/portico?key=1";

  private final ServiceUnderTest service;
  private final TestUser owner;
  private final TestClient client;

  WebhooksApiTest(ServiceUnderTest service) {
    this.service = service;
    owner = service.testUser();
    client = service.client().as(owner);
  }

  private TestResponse register(String... events) {
    return client.post("/webhooks/", json("url", URL, "events", List.of(events)));
  }

  private String registered(String... events) {
    return register(events).expectStatus(201).text("/id");
  }

  @Test
  void showsTheSecretOnce() {
    var created = register("item.created", "event.recorded", "item.created").expectStatus(201);

    assertThat(created.text("/secret")).matches("whsec_[A-Za-z0-9+/]{43}=");
    created.expectHeader("Location", "/webhooks/" + created.text("/id"));
    var shown = client.get("/webhooks/" + created.text("/id")).expectStatus(200);
    shown.expectJson("/url", URL).expectJson("/scope", "own").expectJson("/enabled", true);
    assertThat(shown.json().get("events").valueStream().map(JsonNode::asString))
        .containsExactly("item.created", "event.recorded");
    assertThat(shown.body()).doesNotContain("whsec_");
    var listed = client.get("/webhooks/").expectStatus(200);
    assertThat(listed.json().get("items").get(0)).isEqualTo(shown.json());
    assertThat(listed.body()).doesNotContain("whsec_");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | /url,/events",
        "{\"url\":1,\"events\":{}} | /url,/events",
        "{\"url\":\"nonsense\",\"events\":[]} | /url,/events",
        "{\"url\":\"https://a.example/\",\"events\":[\"item.eaten\"]} | /events",
        "{\"url\":\"https://a.example/\",\"events\":[1]} | /events",
        "{\"url\":\"https://a.example/\",\"events\":[\"item.created\"],\"scope\":\"some\"} | /scope",
        "{\"url\":\"https://a.example/\",\"events\":[\"item.created\"],\"secret\":\"x\"} | /secret"
      })
  void refusesWhatBreaksARule(String body, String pointers) {
    client.post("/webhooks/", rawJson(body)).expectStatus(422).expectErrorsAt(pointers.split(","));
  }

  // WH-3; all others are in WebhookRuleTest.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://169.254.169.254/latest/meta-data",
        "https://2130706433/",
        "https://0x7f.1/",
        "https://localhost./",
        "https://u@hooks.example.com/",
        "http://hooks.example.com/",
        "file:///etc/passwd",
        "jar:file:/x.jar!/y",
        "https://hooks.example.com:5432/"
      })
  @DisabledIfSystemProperty(named = "portico.webhooks.private", matches = "true")
  void refusesWhatIsNotPublic(String url) {
    var refused =
        client
            .post("/webhooks/", json("url", url, "events", List.of("item.created")))
            .expectStatus(400)
            .expectErrorsAt("/url");

    assertThat(refused.text("/type")).endsWith("#address-refused");
    assertThat(client.get("/webhooks/").json().get("items").isEmpty()).isTrue();
  }

  // WH-3, WH-4
  @Test
  void registersOnceUnderOneKey() {
    var body = json("url", URL, "events", List.of("item.created"));
    var key = List.of("Idempotency-Key", "k");

    var first =
        client.send(TestRequest.of("POST", "/webhooks/").with(body).with(key)).expectStatus(201);
    var again =
        client.send(TestRequest.of("POST", "/webhooks").with(body).with(key)).expectStatus(201);

    again.expectHeader("Idempotency-Replayed", "true");
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(client.get("/webhooks/").json().get("items").size()).isEqualTo(1);
    client.send(TestRequest.of("DELETE", "/webhooks/" + first.text("/id"))).expectStatus(204);
    client.send(TestRequest.of("POST", "/webhooks").with(body).with(key)).expectStatus(404);
  }

  @Test
  void hasRoomForTwenty() {
    for (int i = 0; i < 20; i++) {
      registered("item.created");
    }

    var refused =
        client
            .send(
                TestRequest.of("POST", "/webhooks/")
                    .with(json("url", URL, "events", List.of("item.created")))
                    .with(List.of("Idempotency-Key", "k")))
            .expectStatus(409);
    assertThat(refused.text("/type")).endsWith("#too-many-webhooks");
    var first = client.get("/webhooks/?limit=1").text("/items/0/id");
    client.send(TestRequest.of("DELETE", "/webhooks/" + first)).expectStatus(204);
    client
        .send(
            TestRequest.of("POST", "/webhooks/")
                .with(json("url", URL, "events", List.of("item.created")))
                .with(List.of("Idempotency-Key", "k")))
        .expectStatus(201);
  }

  @Test
  void pagesThroughAll() {
    var all = new ArrayList<String>();
    for (int i = 0; i < 3; i++) {
      all.addFirst(registered("item.created"));
    }

    var first = client.get("/webhooks/?limit=2").expectStatus(200);
    var rest =
        client.get("/webhooks/?limit=2&cursor=" + first.text("/next_cursor")).expectStatus(200);

    assertThat(
            List.of(first.text("/items/0/id"), first.text("/items/1/id"), rest.text("/items/0/id")))
        .isEqualTo(all);
    rest.expectJson("/next_cursor", null);
  }

  // WH-2
  // WH-2
  // WH-1

  /** PY-2. */
  @Test
  void changesItsSecretOnceUnderOneKey() {
    var created = register("item.created").expectStatus(201);
    var path = "/webhooks/" + created.text("/id") + "/secret";
    var rotate = TestRequest.of("POST", path).with(List.of("Idempotency-Key", "k"));

    var first = client.send(rotate).expectStatus(200);
    var other = client.post(path, TestRequest.Content.NONE).expectStatus(200);
    var again = client.send(rotate).expectStatus(200);

    again.expectHeader("Idempotency-Replayed", "true");
    assertThat(again.body()).isEqualTo(first.body()).isNotEqualTo(other.body());
    assertThat(first.header("Idempotency-Replayed")).isEmpty();
    assertThat(first.text("/secret")).isNotEqualTo(created.text("/secret"));
    client.send(rotate.with(json("a", 1))).expectStatus(422).expectDetail("Idempotency key reused");
  }

  @Test
  void tellsNobodyElseTheSecretOfAKey() {
    var path = "/webhooks/" + registered("item.created") + "/secret";
    var rotate = TestRequest.of("POST", path).with(List.of("Idempotency-Key", "k"));
    client.send(rotate).expectStatus(200);

    service.client().as(service.testUser()).send(rotate).expectStatus(404);
  }

  @Test
  void isEnabledOnceUnderOneKey() {
    var path = "/webhooks/" + registered("item.created") + "/enable";
    var enable = TestRequest.of("POST", path).with(List.of("Idempotency-Key", "k"));

    var first = client.send(enable).expectStatus(200).expectJson("/enabled", true);
    var again = client.send(enable).expectStatus(200);

    again.expectHeader("Idempotency-Replayed", "true");
    assertThat(again.json()).isEqualTo(first.json());
  }

  @Test
  void isNobodyElses() {
    var id = registered("event.recorded");
    var stranger = service.client().as(service.testUser());

    for (var hook : List.of(id, "01900000-0000-7000-8000-000000000000", "x")) {
      stranger.get("/webhooks/" + hook).expectStatus(404).expectDetail("Webhook not found");
      stranger.send(TestRequest.of("DELETE", "/webhooks/" + hook)).expectStatus(404);
      stranger.post("/webhooks/" + hook + "/secret", TestRequest.Content.NONE).expectStatus(404);
      stranger.post("/webhooks/" + hook + "/enable", TestRequest.Content.NONE).expectStatus(404);
      stranger.get("/webhooks/" + hook + "/deliveries").expectStatus(404);
    }
    assertThat(stranger.get("/webhooks/").json().get("items").isEmpty()).isTrue();
    client.get("/webhooks/" + id).expectStatus(200).expectJson("/enabled", true);
  }
}
