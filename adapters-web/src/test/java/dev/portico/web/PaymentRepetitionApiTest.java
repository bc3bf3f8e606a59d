package dev.portico.web;

import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.ServiceUnderTest.uniqueName;
import static dev.portico.web.shared.TestRequest.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paying under an {@code Idempotency-Key}: one charge, however often it is sent. */
@ApiTest
class PaymentRepetitionApiTest {

  private final ServiceUnderTest service;

  PaymentRepetitionApiTest(ServiceUnderTest service) {
    this.service = service;
  }

  private TestResponse pay(String token, String amount, String key) {
    var header = bearer(token);
    return service
        .client()
        .post(
            "/payments/",
            json("amount", amount, "currency", "USD"),
            header[0],
            header[1],
            "Idempotency-Key",
            key);
  }

  private int paymentsOf(String token) {
    return service
        .client()
        .get("/payments/", bearer(token))
        .expectStatus(200)
        .json()
        .at("/items")
        .size();
  }

  @ParameterizedTest
  @DisplayName("PY-2: repeatsTheAnswer")
  @CsvSource({"100, 200", "100.04, 202"})
  void repeatsTheAnswer(String amount, int status) {
    var token = service.newToken();
    var key = uniqueName();
    var first = pay(token, amount, key).expectStatus(status);

    var again = pay(token, amount, key).expectStatus(status);

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(first.headers()).doesNotContainKey("idempotency-replayed");
    again.expectHeader("Idempotency-Replayed", "true");
    assertThat(paymentsOf(token)).isEqualTo(1);
  }

  @Test
  @DisplayName("PY-2: repeatsADecline")
  void repeatsADecline() {
    var token = service.newToken();
    var key = uniqueName();
    var first = pay(token, "100.02", key).expectStatus(402);

    var again = pay(token, "100.02", key).expectStatus(402);

    again.expectHeader("Idempotency-Replayed", "true").expectDetail(first.text("/detail"));
    assertThat(paymentsOf(token)).isEqualTo(1);
  }

  @Test
  @DisplayName("PY-2: refusesTheKeyForAnotherBody")
  void refusesTheKeyForAnotherBody() {
    var token = service.newToken();
    var key = uniqueName();
    pay(token, "100", key).expectStatus(200);

    var refused = pay(token, "101", key).expectStatus(422);

    assertThat(refused.text("/type")).endsWith("#key-reused");
    assertThat(paymentsOf(token)).isEqualTo(1);
  }

  @Test
  @DisplayName("PY-4: leavesTheKeyFreeWhereNothingWasPaid")
  void leavesTheKeyFreeWhereNothingWasPaid() {
    var token = service.newToken();
    var key = uniqueName();

    pay(token, "0", key).expectStatus(422);
    pay(token, "100", key).expectStatus(200);
  }

  @Test
  @DisplayName("PY-4: tellsOnePayersKeysFromAnothers")
  void tellsOnePayersKeysFromAnothers() {
    var alice = service.newToken();
    var bob = service.newToken();
    var key = uniqueName();
    var first = pay(alice, "100", key).expectStatus(200);

    var other = pay(bob, "100", key).expectStatus(200);

    assertThat(other.text("/id")).isNotEqualTo(first.text("/id"));
    assertThat(other.headers()).doesNotContainKey("idempotency-replayed");
  }

  @Test
  @DisplayName("PY-3: chargesOnceForTwentyAtOnce")
  void chargesOnceForTwentyAtOnce() throws Exception {
    var token = service.newToken();
    var key = uniqueName();
    var answers = allAtOnce(20, token, key);

    assertThat(answers).extracting(TestResponse::status).contains(200).isSubsetOf(200, 409);
    var paid = answers.stream().filter(answer -> answer.status() == 200).toList();
    assertThat(paid).extracting(TestResponse::body).containsOnly(paid.getFirst().body());
    assertThat(pay(token, "100", key).expectStatus(200).body()).isEqualTo(paid.getFirst().body());
    assertThat(paymentsOf(token)).isEqualTo(1);
  }

  private List<TestResponse> allAtOnce(int count, String token, String key) throws Exception {
    var start = new CountDownLatch(1);
    var answers = new ArrayList<TestResponse>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<TestResponse>>();
      for (int i = 0; i < count; i++) {
        running.add(
            threads.submit(() -> {
              start.await();
              return pay(token, "100", key);
            }));
      }
      start.countDown();
      for (var answer : running) {
        answers.add(answer.get());
      }
    }
    return answers;
  }

  @Test
  void paysTwiceWithoutAKey() {
    var user = bearer(service.newToken());
    var body = json("amount", 100, "currency", "USD");

    var first = service.client().post("/payments/", body, user).expectStatus(200);
    var second = service.client().post("/payments/", body, user).expectStatus(200);

    assertThat(second.text("/id")).isNotEqualTo(first.text("/id"));
  }
}
