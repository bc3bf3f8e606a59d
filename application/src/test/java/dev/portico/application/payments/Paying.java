package dev.portico.application.payments;

import static dev.portico.domain.payments.PaymentBuilder.money;

import dev.portico.application.ChangedPorts;
import dev.portico.application.Fakes;
import dev.portico.application.Hexagon;
import dev.portico.application.payments.MakePayment.Command;
import dev.portico.application.payments.MakePayment.Outcome;
import dev.portico.application.payments.port.PaymentGateway;
import dev.portico.application.shared.Fingerprint;
import dev.portico.application.shared.IdempotencyKey;
import dev.portico.application.shared.RequestKey;
import dev.portico.application.shared.RunDueTask;
import dev.portico.domain.payments.Payment;
import dev.portico.domain.payments.PaymentDescription;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.shared.TaskLane;
import dev.portico.domain.users.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Somebody who pays, over fakes, and a look at what came of it. */
final class Paying {

  static final UserId ALICE = new UserId(new UUID(0x7000L, 1));
  static final Optional<PaymentDescription> BOOK = PaymentDescription.parse("a book").asOptional();

  final Fakes fakes = new Fakes();
  final Hexagon hexagon = fakes.hexagon();

  static Command order(Optional<RequestKey> request) {
    return new Command(
        ALICE, money("100", "USD"), Optional.empty(), BOOK, Optional.empty(), request);
  }

  static Optional<RequestKey> key(String fingerprint) {
    return Optional.of(
        new RequestKey(
            new IdempotencyKey("alice", "POST /payments/", "k"), new Fingerprint(fingerprint)));
  }

  Outcome pay(Optional<RequestKey> request) {
    return hexagon.makePayment().handle(order(request));
  }

  /** The same world, but for its gateway. */
  Hexagon hexagonWith(PaymentGateway gateway) {
    return Hexagon.over(ChangedPorts.with(fakes.ports(), PaymentGateway.class, gateway));
  }

  List<Payment> kept() {
    return fakes.payments.listOf(ALICE, new PageRequest<>(100, Optional.empty())).items();
  }

  /** Lets enough time pass for any task to be due. */
  RunDueTask.Outcome runTask() {
    fakes.time.advance(Duration.ofHours(1));
    return hexagon.runDueTask().handle(new RunDueTask.Command(TaskLane.PAYMENTS));
  }
}
