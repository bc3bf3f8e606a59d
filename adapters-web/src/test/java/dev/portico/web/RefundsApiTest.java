package dev.portico.web;

import static dev.portico.web.shared.ServiceUnderTest.uniqueName;
import static dev.portico.web.shared.TestRequest.json;
import static dev.portico.web.shared.TestRequest.rawJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestClient;
import dev.portico.web.shared.TestRequest.Content;
import dev.portico.web.shared.TestResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Getting money back, through the sandbox. */
@ApiTest
class RefundsApiTest {

  private final ServiceUnderTest service;
  private final TestClient payer;

  RefundsApiTest(ServiceUnderTest service) {
    this.service = service;
    payer = service.client().as(service.testUser());
  }

  private String paid(String amount, String currency) {
    return payer
        .post("/payments/", json("amount", amount, "currency", currency))
        .expectStatus(200)
        .text("/id");
  }

  private TestResponse refund(String payment, Content body, String... headers) {
    return payer.post("/payments/" + payment + "/refund", body, headers);
  }

  private void assertRefunded(String payment, String amount) {
    payer
        .get("/payments/" + payment)
        .expectStatus(200)
        .expectJson("/status", "success")
        .expectJson("/refunded_amount", amount);
  }

  @Test
  @DisplayName("IN-3: addsTenCentsAndTwentyToThirty")
  void addsTenCentsAndTwentyToThirty() {
    var payment = paid("0.30", "USD");

    refund(payment, rawJson("{\"amount\":0.1}")).expectStatus(200).expectJson("/amount", "0.10");
    refund(payment, rawJson("{\"amount\":0.2}")).expectStatus(200).expectJson("/amount", "0.20");
    assertRefunded(payment, "0.30");
    refund(payment, json("amount", "0.01")).expectStatus(409);
  }

  private int refundsOf(String payment) {
    return payer
        .get("/payments/" + payment + "/refunds")
        .expectStatus(200)
        .json()
        .at("/items")
        .size();
  }

  @Test
  void givesAllOfAPaymentBack() {
    var payment = paid("19.90", "EUR");
    assertRefunded(payment, "0.00");

    var refund = refund(payment, json()).expectStatus(200);

    refund
        .expectJson("/payment_id", payment)
        .expectJson("/status", "success")
        .expectJson("/amount", "19.90")
        .expectJson("/currency", "EUR")
        .expectJson("/reference", "sandbox-" + refund.text("/id"))
        .expectJson("/reason", null);
    assertRefunded(payment, "19.90");
  }

  @Test
  @DisplayName("PY-5: givesPartsBackAndNoMoreThanWasPaid")
  void givesPartsBackAndNoMoreThanWasPaid() {
    var payment = paid("10", "USD");

    refund(payment, json("amount", 4)).expectStatus(200).expectJson("/amount", "4.00");
    refund(payment, json("amount", "6.01"))
        .expectStatus(409)
        .expectDetail("At most 6.00 USD of the payment can be refunded");
    refund(payment, json()).expectStatus(200).expectJson("/amount", "6.00");
    refund(payment, json())
        .expectStatus(409)
        .expectDetail("Nothing of the payment is left to be refunded");

    assertRefunded(payment, "10.00");
    var listed = payer.get("/payments/" + payment + "/refunds").expectStatus(200);
    listed.expectJson("/items/0/amount", "6.00").expectJson("/items/1/amount", "4.00");
  }

  @Test
  @DisplayName("PY-5: givesNoMoreBackThanWasPaidOfManyAtOnce")
  void givesNoMoreBackThanWasPaidOfManyAtOnce() throws Exception {
    var payment = paid("10", "USD");
    var statuses = new ArrayList<Integer>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<TestResponse>>();
      for (int i = 0; i < 20; i++) {
        running.add(threads.submit(() -> refund(payment, json("amount", 3))));
      }
      for (var answer : running) {
        statuses.add(answer.get().status());
      }
    }

    assertThat(statuses).containsOnly(200, 409).filteredOn(it -> it == 200).hasSize(3);
    assertRefunded(payment, "9.00");
  }

  @ParameterizedTest
  @DisplayName("PY-5: refusesAnAmountThatIsNone")
  @CsvSource({
    "0, JPY",
    "-1, JPY",
    "1.5, JPY",
    "0.001, USD",
    "1000001, USD",
    "true, USD",
    "[], USD"
  })
  void refusesAnAmountThatIsNone(String amount, String currency) {
    var payment = paid("100", currency);

    refund(payment, rawJson("{\"amount\":" + amount + "}"))
        .expectStatus(422)
        .expectErrorsAt("/amount");
    refund(payment, json("amount", 1, "currency", currency))
        .expectStatus(422)
        .expectErrorsAt("/currency");
    assertRefunded(payment, currency.equals("JPY") ? "0" : "0.00");
  }

  @Test
  @DisplayName("AZ-2: isForWhoeverPaidAndForAdministrators")
  void isForWhoeverPaidAndForAdministrators() {
    var payment = paid("10", "USD");
    var stranger = service.client().as(service.testUser());
    var path = "/payments/" + payment;

    stranger.post(path + "/refund", json()).expectStatus(404).expectDetail("Payment not found");
    stranger.post(path + "/refund", json("amount", "1.001")).expectStatus(404);
    stranger.get(path + "/refunds").expectStatus(404).expectDetail("Payment not found");
    service.client().post(path + "/refund", json()).expectStatus(401);
    assertRefunded(payment, "0.00");

    var admin = service.client().as(service.testAdmin());
    admin.get(path).expectStatus(200).expectJson("/id", payment);
    admin.post(path + "/refund", json("amount", 1)).expectStatus(200);
    admin.get(path + "/refunds").expectStatus(200).expectJson("/items/0/amount", "1.00");
  }

  @Test
  void listsAnothersPaymentsForAdministratorsOnly() {
    var owner = service.testUser();
    var id =
        service
            .client()
            .as(owner)
            .post("/payments/", json("amount", 1, "currency", "USD"))
            .text("/id");
    var target = "/payments/?payer=" + owner.id();

    service
        .client()
        .as(service.testAdmin())
        .get(target)
        .expectStatus(200)
        .expectJson("/items/0/id", id);
    assertThat(payer.get(target).expectStatus(200).json().at("/items")).isEmpty();
    service
        .client()
        .as(service.testAdmin())
        .get("/payments/?payer=x")
        .expectStatus(422)
        .expectErrorsAt("/payer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "01900000-0000-7000-8000-000000000001"})
  void knowsNoPaymentThatIsNotThere(String id) {
    refund(id, json()).expectStatus(404).expectDetail("Payment not found");
  }

  @Test
  void isOfPaymentsThatSucceeded() {
    payer.post("/payments/", json("amount", "1.02", "currency", "USD")).expectStatus(402);
    var declined = payer.get("/payments/").text("/items/0/id");
    var pending =
        payer
            .post("/payments/", json("amount", "1.04", "currency", "USD"))
            .expectStatus(202)
            .text("/id");

    for (var id : List.of(declined, pending)) {
      refund(id, json())
          .expectStatus(409)
          .expectDetail("Only a payment that succeeded can be refunded");
    }
  }

  @Test
  void saysWhyItWasDeclined() {
    var payment = paid("10", "USD");
    var key = uniqueName();

    var declined = refund(payment, json("amount", "2.02"), "Idempotency-Key", key);
    declined.expectStatus(409).expectDetail("Sandbox: refunds that end in 02 are declined");
    assertThat(declined.text("/type")).endsWith("#refund-declined");
    refund(payment, json("amount", "2.02"), "Idempotency-Key", key)
        .expectStatus(409)
        .expectHeader("Idempotency-Replayed", "true");

    assertThat(refundsOf(payment)).isEqualTo(1);
    assertRefunded(payment, "0.00");
  }

  @Test
  void isSettledLaterWhereTheGatewayGivesNoAnswer() {
    var payment = paid("10", "USD");

    var pending = refund(payment, json("amount", "2.03")).expectStatus(202);
    pending
        .expectJson("/status", "pending")
        .expectHeader("Location", "/payments/" + payment + "/refunds");
    assertRefunded(payment, "2.03");
    refund(payment, json("amount", 8)).expectStatus(409);
  }

  @ParameterizedTest
  @DisplayName("PY-2: repeatsTheAnswer")
  @CsvSource({"3, 200", "3.04, 202"})
  void repeatsTheAnswer(String amount, int status) {
    var payment = paid("10", "USD");
    var key = uniqueName();
    var first = refund(payment, json("amount", amount), "Idempotency-Key", key);
    first.expectStatus(status);

    var again = refund(payment, json("amount", amount), "Idempotency-Key", key);

    again.expectStatus(status).expectHeader("Idempotency-Replayed", "true");
    assertThat(again.body()).isEqualTo(first.body());
    refund(payment, json("amount", 1), "Idempotency-Key", key).expectStatus(422);
    assertThat(refundsOf(payment)).isEqualTo(1);
  }

  @Test
  @DisplayName("PY-4: leavesTheKeyFreeWhereNothingWasGivenBack")
  void leavesTheKeyFreeWhereNothingWasGivenBack() {
    var payment = paid("10", "USD");
    var other = paid("10", "USD");
    var key = uniqueName();

    refund(payment, json("amount", 0), "Idempotency-Key", key).expectStatus(422);
    refund(payment, json("amount", 11), "Idempotency-Key", key).expectStatus(409);
    refund(payment, json("amount", 1), "Idempotency-Key", key).expectStatus(200);
    // A key belongs to its route, and each payment is another one.
    refund(other, json("amount", 1), "Idempotency-Key", key).expectStatus(200);
    assertRefunded(other, "1.00");
  }
}
