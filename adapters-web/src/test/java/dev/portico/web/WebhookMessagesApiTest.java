package dev.portico.web;

import static dev.portico.web.shared.TestRequest.json;
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
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What webhooks are sent, and what is told of that. */
@ApiTest
class WebhookMessagesApiTest {

  private static final String URL = "https://hooks.example.com/portico?key=1";

  private final InMemoryWebhookSender sender = new InMemoryWebhookSender();
  private final ServiceUnderTest service;
  private final TestUser owner;
  private final TestClient client;

  WebhookMessagesApiTest(ServiceUnderTest service) {
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
  void refusesAPublicNameOfAPrivateAddress() {
    sender.forbid(URL);

    register("item.created").expectStatus(400).expectErrorsAt("/url");
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
    var once = TestRequest.of("POST", replay).with(List.of("Idempotency-Key", "k"));
    client.send(once).expectStatus(202).expectJson("/status", "pending");
    service.deliverWebhooks();
    client.send(once).expectStatus(202).expectHeader("Idempotency-Replayed", "true");
    service.deliverWebhooks();

    assertThat(onlyDelivery(id).get("status").asString()).isEqualTo("delivered");
    assertThat(sender.received()).hasSize(2);
  }

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
