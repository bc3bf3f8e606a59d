package dev.portico.web;

import static dev.portico.web.shared.TestRequest.json;
import static dev.portico.web.shared.TestRequest.rawJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.webhooks.port.InMemoryWebhookSender;
import dev.portico.application.webhooks.port.WebhookSender;
import dev.portico.domain.webhooks.Reply;
import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestClient;
import dev.portico.web.shared.TestRequest;
import dev.portico.web.shared.TestResponse;
import dev.portico.web.shared.TestUser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Registering webhooks, looking after them, and what they are sent. */
@ApiTest
class WebhooksApiTest {

  private static final String URL = "https://hooks.example.com/portico?key=1";

  private final InMemoryWebhookSender sender = new InMemoryWebhookSender();
  private final ServiceUnderTest service;
  private final TestUser owner;
  private final TestClient client;

  WebhooksApiTest(ServiceUnderTest service) {
    this.service = service;
    owner = service.testUser();
    client = service.client().as(owner);
    service.ports().override(WebhookSender.class, sender);
  }

  private TestResponse register(String... events) {
    return client.post("/webhooks/", json("url", URL, "events", List.of(events)));
  }

  private String registered(String... events) {
    return register(events).expectStatus(201).text("/id");
  }

  private void record(String name) {
    client.post("/events/", json("name", name)).expectStatus(201);
  }

  private JsonNode onlyDelivery(String id) {
    var items = client.get("/webhooks/" + id + "/deliveries").expectStatus(200).json().get("items");
    assertThat(items.size()).isEqualTo(1);
    return items.get(0);
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
  void refusesAPublicNameOfAPrivateAddress() {
    sender.forbid(URL);

    register("item.created").expectStatus(400).expectErrorsAt("/url");
  }

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

  @Test
  void sendsWhatHappened() {
    var id = registered("event.recorded");
    record("signed up");
    service.deliverWebhooks();

    assertThat(sender.received()).hasSize(1);
    var message = sender.received().getFirst();
    assertThat(message.url().text()).isEqualTo(URL);
    assertThat(message.body()).contains("\"type\":\"event.recorded\"", "\"name\":\"signed up\"");
    var delivery = onlyDelivery(id);
    assertThat(delivery.get("message_id").asString()).isEqualTo(message.id());
    assertThat(delivery.get("status").asString()).isEqualTo("delivered");
    assertThat(delivery.get("due_at").isNull()).isTrue();
    assertThat(delivery.at("/attempts/0/status").asInt()).isEqualTo(200);
    assertThat(delivery.at("/attempts/0/failure").isNull()).isTrue();
  }

  // WH-2
  @Test
  void showsEveryAttempt() {
    sender.replyingNext(URL, new Reply.Failed(Reply.Failure.TIMEOUT));
    sender.replyingNext(URL, new Reply.Answered(302, Optional.empty()));
    var id = registered("event.recorded");
    record("e");
    service.deliverWebhooks();
    assertThat(onlyDelivery(id).get("status").asString()).isEqualTo("pending");
    client.get("/webhooks/" + id).expectJson("/failing_since", service.time().instant().toString());

    for (int i = 0; i < 3; i++) {
      service.time().advance(Duration.ofMinutes(5));
      service.deliverWebhooks();
    }

    var attempts = onlyDelivery(id).get("attempts");
    assertThat(
            attempts
                .valueStream()
                .map(it -> it.get("status").asString("") + it.get("failure").asString("")))
        .containsExactly("timeout", "302", "200");
    assertThat(sender.received()).hasSize(3);
    client.get("/webhooks/" + id).expectJson("/failing_since", null);
  }

  // WH-2
  @Test
  void isDisabledByGoneUntilItsOwnerEnablesIt() {
    sender.replyingNext(URL, new Reply.Answered(410, Optional.empty()));
    var id = registered("event.recorded");
    record("e");
    service.deliverWebhooks();

    client
        .get("/webhooks/" + id)
        .expectJson("/enabled", false)
        .expectJson("/disabled_reason", "gone");
    var replay =
        "/webhooks/" + id + "/deliveries/" + onlyDelivery(id).get("id").asString() + "/replay";
    assertThat(client.post(replay, TestRequest.Content.NONE).expectStatus(409).text("/type"))
        .endsWith("#webhook-disabled");
    client
        .post("/webhooks/" + id + "/enable", TestRequest.Content.NONE)
        .expectStatus(200)
        .expectJson("/enabled", true);
    client
        .post(replay, TestRequest.Content.NONE)
        .expectStatus(202)
        .expectJson("/status", "pending");
    service.deliverWebhooks();

    assertThat(onlyDelivery(id).get("status").asString()).isEqualTo("delivered");
    assertThat(sender.received()).hasSize(2);
  }

  // WH-1
  @Test
  void signsWithBothSecretsAfterAChange() {
    var created = register("event.recorded").expectStatus(201);
    var path = "/webhooks/" + created.text("/id") + "/secret";

    var rotated = client.post(path, TestRequest.Content.NONE).expectStatus(200);
    assertThat(rotated.text("/secret")).matches("whsec_.*").isNotEqualTo(created.text("/secret"));
    record("e");
    service.deliverWebhooks();
    assertThat(sender.received().getFirst().signature().split(" ")).hasSize(2);

    for (int i = 0; i < 3; i++) {
      client.post(path, TestRequest.Content.NONE).expectStatus(200);
    }
    client.post(path, TestRequest.Content.NONE).expectStatus(429);
  }

  @Test
  void tellsAdministratorsOfEverybody() {
    var admin = service.client().as(service.testAdmin());
    var body =
        json("url", URL, "events", List.of("user.registered", "event.recorded"), "scope", "all");
    client.post("/webhooks/", body).expectStatus(403);
    admin.post("/webhooks/", body).expectStatus(201).expectJson("/scope", "all");

    record("theirs");
    var name = ServiceUnderTest.uniqueName();
    service
        .client()
        .post(
            "/auth/register",
            json("username", name, "email", name + "@example.com", "password", "TestPass123!"))
        .expectStatus(201);
    service.deliverWebhooks();

    assertThat(sender.received()).hasSize(2);
    assertThat(sender.received())
        .extracting(WebhookSender.Message::body)
        .anyMatch(it -> it.contains("user.registered"))
        .noneMatch(it -> it.contains(name));
  }

  @Test
  void tellsOfItemsAndPayments() {
    registered("item.created", "payment.succeeded");
    var item = client.post("/items/", json("title", "A lamp")).expectStatus(201).text("/id");
    var payment =
        client
            .post("/payments/", json("amount", "9.90", "currency", "EUR"))
            .expectStatus(200)
            .text("/id");
    service.deliverWebhooks();

    assertThat(sender.received())
        .extracting(WebhookSender.Message::body)
        .anyMatch(it -> it.contains("item.created") && it.contains(item))
        .anyMatch(it -> it.contains("payment.succeeded") && it.contains(payment));
  }

  @Test
  void showsNobodyWhatIsSomebodyElses() {
    var id = registered("event.recorded");
    record("e");
    service.deliverWebhooks();
    var delivery = onlyDelivery(id).get("id").asString();
    var stranger = service.client().as(service.testUser());

    for (var hook : List.of(id, "01900000-0000-7000-8000-000000000000", "x")) {
      stranger.get("/webhooks/" + hook).expectStatus(404).expectDetail("Webhook not found");
      stranger.send(TestRequest.of("DELETE", "/webhooks/" + hook)).expectStatus(404);
      stranger.post("/webhooks/" + hook + "/secret", TestRequest.Content.NONE).expectStatus(404);
      stranger.post("/webhooks/" + hook + "/enable", TestRequest.Content.NONE).expectStatus(404);
      stranger.get("/webhooks/" + hook + "/deliveries").expectStatus(404);
      stranger
          .post(
              "/webhooks/" + hook + "/deliveries/" + delivery + "/replay", TestRequest.Content.NONE)
          .expectStatus(404);
    }
    var other = registered("event.recorded");
    client
        .post(
            "/webhooks/" + other + "/deliveries/" + delivery + "/replay", TestRequest.Content.NONE)
        .expectStatus(404);
    client.get("/webhooks/" + id).expectStatus(200);
  }

  @Test
  void endsWithAllThatWasOnItsWay() {
    var id = registered("event.recorded");
    record("e");
    client.send(TestRequest.of("DELETE", "/webhooks/" + id)).expectStatus(204);
    client.send(TestRequest.of("DELETE", "/webhooks/" + id)).expectStatus(404);

    service.deliverWebhooks();

    assertThat(sender.received()).isEmpty();
  }
}
