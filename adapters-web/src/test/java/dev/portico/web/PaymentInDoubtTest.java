package dev.portico.web;

import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.TestRequest.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.ChangedPorts;
import dev.portico.application.Hexagon;
import dev.portico.application.payments.port.InMemoryPaymentGateway;
import dev.portico.application.payments.port.PaymentGateway;
import dev.portico.application.shared.RunDueTask;
import dev.portico.web.shared.WebWorld;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What becomes of a payment whose gateway gave no answer. */
class PaymentInDoubtTest {

  private final InMemoryPaymentGateway gateway = new InMemoryPaymentGateway();
  private final WebWorld world =
      new WebWorld(
          "http://localhost:8000",
          ports -> ChangedPorts.with(ports, PaymentGateway.class, gateway));
  private final String[] user = bearer(world.newToken());

  private void settle() {
    world.fakes.time.advance(Duration.ofMinutes(1));
    var outcome =
        world.context().getBean(Hexagon.class).runDueTask().handle(new RunDueTask.Command());
    assertThat(outcome).isInstanceOf(RunDueTask.Outcome.Ran.class);
  }

  @Test
  void isSettledLaterWithoutASecondCharge() {
    gateway.loseAnswers(1);
    var pending =
        world
            .client()
            .post("/payments/", json("amount", 100, "currency", "USD"), user)
            .expectStatus(202)
            .expectJson("/status", "pending");

    settle();

    world
        .client()
        .get(pending.header("Location").orElseThrow(), user)
        .expectStatus(200)
        .expectJson("/status", "success");
    assertThat(gateway.taken()).isEqualTo(1);
  }

  @Test
  void mayTurnOutToBeDeclined() {
    gateway.goAway();
    world
        .client()
        .post("/payments/", json("amount", 100, "currency", "USD"), user)
        .expectStatus(202);
    gateway.comeBack();
    gateway.decline("no funds");

    settle();

    world
        .client()
        .get("/payments/", user)
        .expectStatus(200)
        .expectJson("/items/0/status", "declined")
        .expectJson("/items/0/reason", "no funds");
    assertThat(gateway.taken()).isZero();
  }
}
