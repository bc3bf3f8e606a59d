package dev.portico.web.chapter;

import static dev.portico.web.shared.TestRequest.json;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.portico.application.notifications.port.Mailer;
import dev.portico.application.payments.port.PaymentGateway;
import dev.portico.application.shared.port.Cache;
import dev.portico.application.users.port.Users;
import dev.portico.testkit.PortOverrides;
import dev.portico.testkit.TestTime;
import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.TestClient;
import dev.portico.web.shared.TestUser;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** 15.3, second part: a complete mocking strategy. */
@ApiTest
class MocksApiTest {

  @Test
  void createsAUserWithEverythingMocked(TestClient client, PortOverrides ports) {
    var users = ports.spy(Users.class);
    var mailer = ports.override(Mailer.class, mock(Mailer.class));

    client
        .post(
            "/users/",
            json("username", "mockuser", "email", "mock@example.com", "password", "TestPass123!"))
        .expectStatus(201);

    verify(users, times(1)).addIfFree(any(), any());
    verify(mailer, times(1)).send(argThat(it -> it.to().text().equals("mock@example.com")));
  }

  @Test
  void storesWhatTheCacheDoesNotHave(TestClient client, PortOverrides ports) {
    var cache = ports.override(Cache.class, mock(Cache.class));
    when(cache.get(any())).thenReturn(Optional.empty());

    client.get("/expensive-query").expectStatus(200);

    verify(cache, times(1)).put(any(), any(), any());
  }

  @Test
  void answersWhatTheCacheHas(TestClient client, PortOverrides ports) {
    var cache = ports.override(Cache.class, mock(Cache.class));
    when(cache.get(any())).thenReturn(Optional.of(CACHED));

    client
        .get("/expensive-query")
        .expectStatus(200)
        .expectJson("/generated_at", "2024-01-15T11:59:30Z");

    verify(cache, never()).put(any(), any(), any());
  }

  private static final String CACHED =
      """
      2024-01-15T11:59:30Z
      {"generated_at":"2024-01-15T11:59:30Z","users":[],"events":[],"items":[],"payments":[],\
      "top_event_names":[]}\
      """;

  @Test
  void chargesOnceWithAmountAndCurrency(TestClient client, TestUser user, PortOverrides ports) {
    var gateway = ports.override(PaymentGateway.class, mock(PaymentGateway.class));
    when(gateway.charge(any())).thenReturn(new PaymentGateway.Answer.Charged("pay_123"));

    client
        .as(user)
        .post("/payments/", json("amount", 100, "currency", "USD"))
        .expectStatus(200)
        .expectJson("/status", "success");

    verify(gateway, times(1))
        .charge(argThat(charge -> charge.amount().toString().equals("100.00 USD")));
  }

  @Test
  void recordsTheFrozenTime(TestClient client, TestUser user, TestTime time) {
    time.freeze("2024-01-15T12:00:00Z");

    client
        .as(user)
        .post("/events/", json("name", "Test Event"))
        .expectStatus(201)
        .expectJson("/created_at", "2024-01-15T12:00:00Z");
  }

  @Test
  void leavesNothingMockedBehind(TestClient client) {
    client
        .get("/expensive-query")
        .expectStatus(200)
        .expectHeader("Content-Type", "application/json");
    client.get("/").expectJson("", Map.of("message", "Hello World"));
  }
}
