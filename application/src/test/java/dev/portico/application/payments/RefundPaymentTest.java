package dev.portico.application.payments;

import static dev.portico.domain.payments.PaymentBuilder.money;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.payments.RefundPayment.Command;
import dev.portico.application.payments.RefundPayment.Outcome;
import dev.portico.application.payments.port.PaymentGateway.Return;
import dev.portico.application.shared.RunDueTask;
import dev.portico.domain.payments.PaymentId;
import dev.portico.domain.payments.Refund;
import dev.portico.domain.users.UserId;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RefundPaymentTest {

  private static final UserId BOB = new UserId(new UUID(0x7000L, 2));

  private final Refunding refunding = new Refunding();

  private Outcome asked(PaymentId payment, UserId asker, boolean admin) {
    return refunding
        .paying
        .hexagon
        .refundPayment()
        .handle(
            new Command(
                new ViewPayment.Command(payment, asker, admin),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void givesThePaymentBackAndKeepsThat() {
    var outcome = refunding.refund("");

    var refund = (Refund.Succeeded) refunding.kept().getFirst();
    assertThat(outcome).isEqualTo(new Outcome.Refunded(refund, false));
    assertThat(refund.order().amount()).isEqualTo(money("100.00", "USD"));
    assertThat(refunding.paying.fakes.paymentGateway.askedBack())
        .containsExactly(new Return(refund.order().id(), chargeOf(), money("100.00", "USD")));
    assertThat(refunding.atGateway()).isZero();
  }

  private String chargeOf() {
    return "fake-" + refunding.payment;
  }

  @Test
  @DisplayName("PY-5: givesPartsBackAndNoMoreThanWasPaid")
  void givesPartsBackAndNoMoreThanWasPaid() {
    assertThat(refunding.refund("60")).isInstanceOf(Outcome.Refunded.class);
    assertThat(refunding.refund("40.01"))
        .isEqualTo(new Outcome.TooMuch(Optional.of(money("40.00", "USD"))));
    assertThat(refunding.atGateway()).isEqualByComparingTo("40");
    assertThat(refunding.refund("")).isInstanceOf(Outcome.Refunded.class);
    assertThat(refunding.refund("")).isEqualTo(new Outcome.TooMuch(Optional.empty()));

    assertThat(refunding.kept()).hasSize(2);
    assertThat(refunding.atGateway()).isZero();
  }

  @Test
  @DisplayName("AZ-2: isForWhoeverPaidAndForAdministrators")
  void isForWhoeverPaidAndForAdministrators() {
    assertThat(asked(refunding.payment, BOB, false)).isEqualTo(new Outcome.NotFound());
    assertThat(asked(new PaymentId(new UUID(1, 1)), Paying.ALICE, true))
        .isEqualTo(new Outcome.NotFound());
    assertThat(refunding.kept()).isEmpty();

    assertThat(asked(refunding.payment, BOB, true))
        .isInstanceOfSatisfying(
            Outcome.Refunded.class, it -> assertThat(it.refund().order().by()).isEqualTo(BOB));
  }

  @Test
  void isOfPaymentsThatSucceeded() {
    refunding.paying.fakes.paymentGateway.decline("no funds");
    var declined = (MakePayment.Outcome.Declined) refunding.paying.pay(Optional.empty());

    assertThat(asked(declined.payment().order().id(), Paying.ALICE, false))
        .isEqualTo(new Outcome.NotPaid());
  }

  @Test
  void leavesADeclinedRefundWithThePayment() {
    refunding.paying.fakes.paymentGateway.keepAll("disputed");

    assertThat(refunding.refund("60"))
        .isInstanceOfSatisfying(
            Outcome.Declined.class, it -> assertThat(it.refund().reason()).isEqualTo("disputed"));

    assertThat(refunding.atGateway()).isEqualByComparingTo("100");
    assertThat(refunding.kept()).singleElement().isInstanceOf(Refund.Declined.class);
    assertThat(refunding.refund("100")).isInstanceOf(Outcome.Declined.class);
  }

  @Test
  void settlesADoubtWithoutAnotherReturn() {
    refunding.paying.fakes.paymentGateway.loseAnswers(1);

    assertThat(refunding.refund("60")).isInstanceOf(Outcome.InDoubt.class);
    assertThat(refunding.refund("50"))
        .isEqualTo(new Outcome.TooMuch(Optional.of(money("40.00", "USD"))));
    assertThat(refunding.atGateway()).isEqualByComparingTo("100");
    runTasks();

    assertThat(refunding.kept()).singleElement().isInstanceOf(Refund.Succeeded.class);
    assertThat(refunding.paying.fakes.paymentGateway.givenBack()).isEqualTo(1);
    assertThat(refunding.atGateway()).isEqualByComparingTo("40");
  }

  @Test
  void followsOneThatTheGatewayHasTakenOn() {
    var gateway = refunding.paying.fakes.paymentGateway;
    gateway.takeTime();

    assertThat(refunding.refund("60", Refunding.key("a")))
        .isEqualTo(new Outcome.UnderWay((Refund.UnderWay) refunding.kept().getFirst(), false));
    assertThat(refunding.refund("60", Refunding.key("a"))).isInstanceOf(Outcome.UnderWay.class);
    assertThat(refunding.refund("50"))
        .isEqualTo(new Outcome.TooMuch(Optional.of(money("40.00", "USD"))));
    for (int hours = 0; hours < 13; hours++) {
      var _ = refunding.paying.runTask();
    }
    assertThat(refunding.kept()).singleElement().isInstanceOf(Refund.UnderWay.class);
    assertThat(refunding.paying.fakes.taskQueue.waiting(10)).hasSize(1);
    assertThat(refunding.atGateway()).isEqualByComparingTo("100");

    gateway.endReturns();
    refunding.paying.fakes.time.advance(RefundSettlement.PAUSE);
    runTasks();

    assertThat(refunding.kept()).singleElement().isInstanceOf(Refund.Succeeded.class);
    assertThat(gateway.askedBack()).hasSize(1);
    assertThat(refunding.atGateway()).isEqualByComparingTo("40");
    assertThat(refunding.refund("60", Refunding.key("a"))).isInstanceOf(Outcome.Refunded.class);
  }

  @Test
  void leavesOneThatFailedUnderWayWithThePayment() {
    var gateway = refunding.paying.fakes.paymentGateway;
    gateway.takeTime();
    assertThat(refunding.refund("60")).isInstanceOf(Outcome.UnderWay.class);

    gateway.keepAll("account closed");
    gateway.endReturns();
    refunding.paying.fakes.time.advance(RefundSettlement.PAUSE);
    runTasks();

    assertThat(refunding.kept())
        .singleElement()
        .isInstanceOfSatisfying(
            Refund.Declined.class, it -> assertThat(it.reason()).isEqualTo("account closed"));
    assertThat(refunding.atGateway()).isEqualByComparingTo("100");
    gateway.takeTime();
    assertThat(refunding.refund("100")).isInstanceOf(Outcome.UnderWay.class);
  }

  @Test
  void asksAgainWhereNobodySaysWhatBecameOfIt() {
    var gateway = refunding.paying.fakes.paymentGateway;
    gateway.takeTime();
    assertThat(refunding.refund("60")).isInstanceOf(Outcome.UnderWay.class);
    gateway.endReturns();
    gateway.loseAnswers(1);
    refunding.paying.fakes.time.advance(RefundSettlement.PAUSE);

    var gone = new ArrayList<RunDueTask.Outcome>();
    for (int i = 0; i < 3; i++) {
      gone.add(refunding.paying.runTask());
    }
    assertThat(gone).hasAtLeastOneElementOfType(RunDueTask.Outcome.PutOff.class);
    assertThat(refunding.kept()).singleElement().isInstanceOf(Refund.UnderWay.class);
  }

  private void runTasks() {
    while (!(refunding.paying.runTask() instanceof RunDueTask.Outcome.NothingDue)) {
      // The payment's own task is among them.
    }
    assertThat(refunding.paying.fakes.taskQueue.waiting(10)).isEmpty();
  }

  @Test
  void losesNothingInACrashBetweenGatewayAndCommit() {
    var gateway = refunding.paying.fakes.paymentGateway;
    var crashing =
        gateway.returning(wanted -> {
          var _ = gateway.giveBack(wanted);
          throw new IllegalStateException("the process ends here");
        });

    assertThatThrownBy(() ->
            refunding
                .paying
                .hexagonWith(crashing)
                .refundPayment()
                .handle(refunding.of("60", Refunding.key("a"))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(refunding.refund("60", Refunding.key("a"))).isEqualTo(new Outcome.StillRunning());
    runTasks();

    assertThat(refunding.refund("60", Refunding.key("a")))
        .isEqualTo(new Outcome.Refunded((Refund.Succeeded) refunding.kept().getFirst(), true));
    assertThat(gateway.givenBack()).isEqualTo(1);
    assertThat(refunding.atGateway()).isEqualByComparingTo("40");
  }

  @Test
  @DisplayName("PY-2: repeatsItsAnswer")
  void repeatsItsAnswer() {
    var first = (Outcome.Refunded) refunding.refund("60", Refunding.key("a"));

    assertThat(refunding.refund("60", Refunding.key("a")))
        .isEqualTo(new Outcome.Refunded(first.refund(), true));
    assertThat(refunding.refund("50", Refunding.key("b"))).isEqualTo(new Outcome.KeyReused());
    assertThat(refunding.paying.fakes.paymentGateway.askedBack()).hasSize(1);
  }

  @Test
  @DisplayName("PY-4: leavesTheKeyFreeWhereNothingWasGivenBack")
  void leavesTheKeyFreeWhereNothingWasGivenBack() {
    assertThat(refunding.refund("100.01", Refunding.key("a"))).isInstanceOf(Outcome.TooMuch.class);

    assertThat(refunding.refund("100", Refunding.key("b"))).isInstanceOf(Outcome.Refunded.class);
  }

  @Test
  @DisplayName("PY-3: givesBackOnceForTwentyAtOnce")
  void givesBackOnceForTwentyAtOnce() throws Exception {
    var outcomes = new ArrayList<Outcome>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<Outcome>>();
      for (int i = 0; i < 20; i++) {
        running.add(threads.submit(() -> refunding.refund("30", Refunding.key("a"))));
      }
      for (var outcome : running) {
        outcomes.add(outcome.get());
      }
    }

    var refund = (Refund.Succeeded) refunding.kept().getFirst();
    assertThat(outcomes)
        .contains(new Outcome.Refunded(refund, false))
        .isSubsetOf(
            new Outcome.Refunded(refund, false),
            new Outcome.Refunded(refund, true),
            new Outcome.StillRunning());
    assertThat(refunding.kept()).hasSize(1);
  }
}
