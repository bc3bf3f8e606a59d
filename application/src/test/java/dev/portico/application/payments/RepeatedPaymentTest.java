package dev.portico.application.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.payments.MakePayment.Outcome;
import dev.portico.application.payments.port.PaymentGateway;
import dev.portico.application.shared.RunDueTask;
import dev.portico.domain.payments.Payment;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class RepeatedPaymentTest {

  private final Paying paying = new Paying();

  @Test
  void losesNothingInACrashBetweenPaymentAndOutcome() {
    PaymentGateway crashing =
        paying.fakes.paymentGateway.charging(charge -> {
          var _ = paying.fakes.paymentGateway.charge(charge);
          throw new IllegalStateException("the process ends here");
        });

    assertThatThrownBy(
            () -> paying.hexagonWith(crashing).makePayment().handle(Paying.order(Paying.key("a"))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(paying.kept()).singleElement().isInstanceOf(Payment.Pending.class);
    assertThat(paying.pay(Paying.key("a"))).isEqualTo(new Outcome.StillRunning());

    assertThat(paying.runTask()).isInstanceOf(RunDueTask.Outcome.Ran.class);
    assertThat(paying.pay(Paying.key("a")))
        .isEqualTo(new Outcome.Paid((Payment.Succeeded) paying.kept().getFirst(), true));
    assertThat(paying.fakes.paymentGateway.taken()).isEqualTo(1);
  }

  @Test
  void repeatsItsAnswer() {
    var first = (Outcome.Paid) paying.pay(Paying.key("a"));

    assertThat(paying.pay(Paying.key("a"))).isEqualTo(new Outcome.Paid(first.payment(), true));
    assertThat(paying.fakes.paymentGateway.asked()).hasSize(1);
    assertThat(paying.kept()).hasSize(1);
  }

  @Test
  void repeatsADecline() {
    paying.fakes.paymentGateway.decline("no funds");
    var first = (Outcome.Declined) paying.pay(Paying.key("a"));

    assertThat(paying.pay(Paying.key("a"))).isEqualTo(new Outcome.Declined(first.payment(), true));
    assertThat(paying.fakes.paymentGateway.asked()).hasSize(1);
  }

  @Test
  void repeatsItsDoubtUntilItIsSettled() {
    paying.fakes.paymentGateway.loseAnswers(1);
    var first = (Outcome.InDoubt) paying.pay(Paying.key("a"));

    assertThat(paying.pay(Paying.key("a"))).isEqualTo(new Outcome.InDoubt(first.payment(), true));
    assertThat(paying.fakes.paymentGateway.asked()).hasSize(1);
    assertThat(paying.runTask()).isInstanceOf(RunDueTask.Outcome.Ran.class);
    assertThat(paying.pay(Paying.key("a"))).isInstanceOf(Outcome.Paid.class);
  }

  @Test
  void refusesTheKeyForAnotherRequest() {
    assertThat(paying.pay(Paying.key("a"))).isInstanceOf(Outcome.Paid.class);

    assertThat(paying.pay(Paying.key("b"))).isEqualTo(new Outcome.KeyReused());
    assertThat(paying.kept()).hasSize(1);
  }

  @Test
  void chargesOnceForTwentyAtOnce() throws Exception {
    var outcomes = new ArrayList<Outcome>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<Outcome>>();
      for (int i = 0; i < 20; i++) {
        running.add(threads.submit(() -> paying.pay(Paying.key("a"))));
      }
      for (var outcome : running) {
        outcomes.add(outcome.get());
      }
    }

    var payment = (Payment.Succeeded) paying.kept().getFirst();
    assertThat(outcomes).hasSize(20).contains(new Outcome.Paid(payment, false));
    assertThat(outcomes)
        .isSubsetOf(
            new Outcome.Paid(payment, false),
            new Outcome.Paid(payment, true),
            new Outcome.StillRunning());
    assertThat(paying.kept()).hasSize(1);
    assertThat(paying.fakes.paymentGateway.asked()).hasSize(1);
  }
}
