package dev.portico.web;

import static dev.portico.web.shared.TestRequest.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpServer;
import dev.portico.testkit.Capability;
import dev.portico.testkit.Needs;
import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestClient;
import dev.portico.web.shared.TestRequest;
import dev.portico.web.shared.TestResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What a program of the user's gets over a socket from a service that runs by itself: {@code
 * ./portico test-url} starts one that may send to this machine.
 */
@ApiTest
@Needs(Capability.RECEIVERS)
class WebhookReceiverApiTest {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  /** What came, with the headers that a signature is checked by. */
  private record Message(Map<String, List<String>> headers, String body) {}

  private final TestClient client;
  private final BlockingQueue<Message> received = new LinkedBlockingQueue<>();
  private final Deque<Integer> statuses = new ConcurrentLinkedDeque<>();
  private @Nullable HttpServer receiver;
  private String id = "";
  private String secret = "";

  WebhookReceiverApiTest(ServiceUnderTest service) {
    client = service.client().as(service.testUser());
  }

  @BeforeEach
  void register() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/hook",
        exchange -> {
          try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var status = statuses.poll();
            exchange.sendResponseHeaders(status == null ? 204 : status, -1);
            received.add(new Message(Map.copyOf(exchange.getRequestHeaders()), body));
          }
        });
    server.start();
    receiver = server;
    var url = "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    var registered =
        client
            .post("/webhooks/", json("url", url, "events", List.of("event.recorded")))
            .expectStatus(201);
    id = registered.text("/id");
    secret = registered.text("/secret");
  }

  @AfterEach
  void close() {
    client.send(TestRequest.of("DELETE", "/webhooks/" + id)).expectStatus(204);
    if (receiver != null) {
      receiver.stop(0);
    }
  }

  private void record(String name) {
    client.post("/events/", json("name", name)).expectStatus(201);
  }

  private Message next() throws InterruptedException {
    var message = received.poll(PATIENCE_NANOS, TimeUnit.NANOSECONDS);
    assertThat(message).as("a message within 30 s").isNotNull();
    return message;
  }

  private JsonNode deliveryOnceItIs(String status) {
    var deliveries = "/webhooks/" + id + "/deliveries";
    long end = System.nanoTime() + PATIENCE_NANOS;
    TestResponse answer;
    do {
      LockSupport.parkNanos(POLL_NANOS);
      answer = client.get(deliveries).expectStatus(200);
    } while (!answer.text("/items/0/status").equals(status) && System.nanoTime() - end < 0);
    answer.expectJson("/items/0/status", status);
    return answer.json().at("/items/0");
  }

  // WH-1
  @Test
  void getsWhatHappenedSigned() throws Exception {
    record("signed up");

    var message = next();
    new Webhook(secret).verify(message.body(), message.headers());
    assertThat(message.body()).contains("event.recorded", "signed up");
    var delivery = deliveryOnceItIs("delivered");
    assertThat(message.headers().get("Webhook-id"))
        .containsExactly(delivery.get("message_id").asString());
    assertThat(delivery.at("/attempts/0/status").asInt()).isEqualTo(204);
  }

  // WH-1
  @Test
  void verifiesByBothSecretsAfterAChange() throws Exception {
    var path = "/webhooks/" + id + "/secret";
    var next = client.post(path, TestRequest.Content.NONE).expectStatus(200).text("/secret");
    record("e");

    var message = next();
    for (var known : List.of(secret, next)) {
      new Webhook(known).verify(message.body(), message.headers());
    }
    assertThat(verifies(secret, message.body() + " ", message)).isFalse();
  }

  private static boolean verifies(String by, String body, Message message) {
    try {
      new Webhook(by).verify(body, message.headers());
      return true;
    } catch (WebhookVerificationException refused) {
      return false;
    }
  }

  // WH-2
  @Test
  void isLeftAloneOnceItIsGoneAndToldAgainWhenAsked() throws Exception {
    statuses.add(410);
    record("e");
    var first = next();
    var delivery = deliveryOnceItIs("dead").get("id").asString();
    client.get("/webhooks/" + id).expectJson("/disabled_reason", "gone");

    client.post("/webhooks/" + id + "/enable", TestRequest.Content.NONE).expectStatus(200);
    var replay =
        TestRequest.of("POST", "/webhooks/" + id + "/deliveries/" + delivery + "/replay")
            .with(List.of("Idempotency-Key", "again"));
    client.send(replay).expectStatus(202);
    client.send(replay).expectStatus(202).expectHeader("Idempotency-Replayed", "true");

    var second = next();
    assertThat(second.headers().get("Webhook-id")).isEqualTo(first.headers().get("Webhook-id"));
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(deliveryOnceItIs("delivered").get("attempts")).hasSize(2);
    assertThat(received).isEmpty();
  }
}
