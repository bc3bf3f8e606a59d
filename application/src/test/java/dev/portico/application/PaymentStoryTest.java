package dev.portico.application;

import static dev.portico.domain.payments.PaymentBuilder.money;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.payments.MakePayment;
import dev.portico.application.payments.RefundPayment;
import dev.portico.application.payments.RefundSettlement;
import dev.portico.application.payments.ViewLedger;
import dev.portico.application.payments.ViewPayment;
import dev.portico.application.shared.RunDueTask;
import dev.portico.domain.payments.LedgerAccount;
import dev.portico.domain.payments.LedgerBalance;
import dev.portico.domain.payments.Payment;
import dev.portico.domain.payments.PaymentDescription;
import dev.portico.domain.payments.PaymentId;
import dev.portico.domain.shared.TaskLane;
import dev.portico.domain.users.UserId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Somebody pays, the gateway's answer is lost, the payment is settled all the same and given back
 * in two parts; and whatever happens, the books come to zero.
 */
class PaymentStoryTest {

  private static final UserId ALICE = new UserId(new UUID(0x7000L, 1));

  private final Fakes fakes = new Fakes();
  private final Hexagon hexagon = fakes.hexagon();

  @Test
  void isPaidSettledAndGivenBack() {
    fakes.paymentGateway.loseAnswers(1);
    assertThat(pay("100")).isInstanceOf(MakePayment.Outcome.InDoubt.class);
    var payment = fakes.payments.all().getFirst().order().id();
    assertThat(view(payment)).isInstanceOf(Payment.Pending.class);
    assertBooks("0", "0");

    runTasks(Duration.ofMinutes(1));
    assertThat(view(payment)).isInstanceOf(Payment.Succeeded.class);
    assertThat(fakes.paymentGateway.taken()).as("charged once").isEqualTo(1);
    assertBooks("100", "-100");

    assertThat(refund(payment, "40")).isInstanceOf(RefundPayment.Outcome.Refunded.class);
    assertBooks("60", "-60");
    assertThat(refund(payment, "60.01"))
        .isEqualTo(new RefundPayment.Outcome.TooMuch(Optional.of(money("60", "USD"))));

    // The bank takes its time; the rest counts as given back until it says otherwise.
    fakes.paymentGateway.takeTime();
    assertThat(refund(payment, "60")).isInstanceOf(RefundPayment.Outcome.UnderWay.class);
    assertThat(refund(payment, "0.01"))
        .isEqualTo(new RefundPayment.Outcome.TooMuch(Optional.empty()));
    assertBooks("60", "-60");
    fakes.paymentGateway.endReturns();
    runTasks(RefundSettlement.PAUSE);
    assertBooks("0", "0");
    assertThat(fakes.paymentGateway.givenBack()).isEqualTo(2);
  }

  @Test
  void isDeclinedAndLeavesTheBooksAlone() {
    fakes.paymentGateway.decline("no funds");

    assertThat(pay("100")).isInstanceOf(MakePayment.Outcome.Declined.class);
    runTasks(Duration.ofMinutes(1));

    assertThat(fakes.payments.all()).singleElement().isInstanceOf(Payment.Declined.class);
    assertBooks("0", "0");
  }

  private MakePayment.Outcome pay(String amount) {
    return hexagon
        .makePayment()
        .handle(
            new MakePayment.Command(
                ALICE,
                money(amount, "USD"),
                Optional.empty(),
                PaymentDescription.parse("a book").asOptional(),
                Optional.empty(),
                Optional.empty()));
  }

  private RefundPayment.Outcome refund(PaymentId payment, String amount) {
    return hexagon
        .refundPayment()
        .handle(
            new RefundPayment.Command(
                new ViewPayment.Command(payment, ALICE, false),
                Optional.of(money(amount, "USD")),
                Optional.empty()));
  }

  private Payment view(PaymentId id) {
    return switch (hexagon.viewPayment().handle(new ViewPayment.Command(id, ALICE, false))) {
      case ViewPayment.Outcome.Found(var payment) -> payment;
      case ViewPayment.Outcome.NotFound() -> throw new AssertionError("it is not shown");
    };
  }

  private void runTasks(Duration later) {
    fakes.time.advance(later);
    while (!(hexagon.runDueTask().handle(new RunDueTask.Command(TaskLane.PAYMENTS))
        instanceof RunDueTask.Outcome.NothingDue)) {
      // Until all that is due is done.
    }
  }

  /** What the gateway holds for us, and what was sold; together they are always nothing. */
  private void assertBooks(String gateway, String sales) {
    List<LedgerBalance> all =
        switch (hexagon.viewLedger().handle(new ViewLedger.Command())) {
          case ViewLedger.Outcome.Balances(var balances) -> balances;
        };
    assertThat(all.stream().map(LedgerBalance::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo("0");
    assertThat(sum(all, LedgerAccount.GATEWAY)).isEqualByComparingTo(gateway);
    assertThat(sum(all, LedgerAccount.SALES)).isEqualByComparingTo(sales);
  }

  private static BigDecimal sum(List<LedgerBalance> all, LedgerAccount account) {
    return all.stream()
        .filter(it -> it.account() == account)
        .map(LedgerBalance::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
