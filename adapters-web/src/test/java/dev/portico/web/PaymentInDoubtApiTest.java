package dev.portico.web;

import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.TestRequest.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.payments.port.InMemoryPaymentGateway;
import dev.portico.application.payments.port.PaymentGateway;
import dev.portico.testkit.PortOverrides;
import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestClient;
import dev.portico.web.shared.TestUser;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What becomes of a payment whose gateway gave no answer. */
@ApiTest
class PaymentInDoubtApiTest {

  private final InMemoryPaymentGateway gateway = new InMemoryPaymentGateway();
  private final ServiceUnderTest service;
  private final TestUser user;
  private final TestClient client;

  PaymentInDoubtApiTest(ServiceUnderTest service, PortOverrides ports) {
    this.service = service;
    ports.override(PaymentGateway.class, gateway);
    user = service.testUser();
    client = service.client().as(user);
  }

  /** What is due by then is done. */
  private void settle() {
    service.time().advance(Duration.ofMinutes(1));
    assertThat(service.tasks().pending()).isEmpty();
  }

  @Test
  void isSettledLaterWithoutASecondCharge() {
    gateway.loseAnswers(1);
    var pending =
        client
            .post("/payments/", json("amount", 100, "currency", "USD"))
            .expectStatus(202)
            .expectJson("/status", "pending");

    settle();

    client
        .get(pending.header("Location").orElseThrow())
        .expectStatus(200)
        .expectJson("/status", "success");
    assertThat(gateway.taken()).isEqualTo(1);
  }

  @Test
  void mayTurnOutToBeDeclined() {
    gateway.goAway();
    client.post("/payments/", json("amount", 100, "currency", "USD")).expectStatus(202);
    gateway.comeBack();
    gateway.decline("no funds");

    settle();

    client
        .get("/payments/")
        .expectStatus(200)
        .expectJson("/items/0/status", "declined")
        .expectJson("/items/0/reason", "no funds");
    assertThat(gateway.taken()).isZero();
  }

  // PY-5
  @Test
  void isGivenBackOnceTheGatewayKnows() {
    var payment =
        client
            .post("/payments/", json("amount", 100, "currency", "USD"))
            .expectStatus(200)
            .text("/id");
    gateway.takeTime();
    var refund = "/payments/" + payment + "/refund";
    var pending =
        client
            .post(refund, json("amount", 40))
            .expectStatus(202)
            .expectJson("/status", "pending")
            .expectJson("/settled_at", null);
    var refunds = pending.header("Location").orElseThrow();

    service.time().advance(Duration.ofHours(7));
    var later = bearer(service.tokenOf(user.user()));
    service
        .client()
        .get(refunds, later)
        .expectJson("/items/0/status", "pending")
        .expectJson("/items/0/reference", pending.text("/reference"));
    service.client().get("/payments/" + payment, later).expectJson("/refunded_amount", "40.00");
    service.client().post(refund, json("amount", 61), later).expectStatus(409);

    gateway.endReturns();
    service.time().advance(Duration.ofHours(7));
    service
        .client()
        .get(refunds, bearer(service.tokenOf(user.user())))
        .expectJson("/items/0/status", "success");
    assertThat(gateway.askedBack()).hasSize(1);
    assertThat(service.tasks().pending()).isEmpty();
  }

  @Test
  void isGivenBackLaterAndOnce() {
    var payment =
        client
            .post("/payments/", json("amount", 100, "currency", "USD"))
            .expectStatus(200)
            .text("/id");
    gateway.loseAnswers(1);
    var pending =
        client.post("/payments/" + payment + "/refund", json("amount", 40)).expectStatus(202);

    settle();

    client
        .get(pending.header("Location").orElseThrow())
        .expectStatus(200)
        .expectJson("/items/0/status", "success");
    assertThat(gateway.givenBack()).isEqualTo(1);
    client.get("/payments/" + payment).expectJson("/refunded_amount", "40.00");
  }
}
