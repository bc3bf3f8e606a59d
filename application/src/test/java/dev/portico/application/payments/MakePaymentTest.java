package dev.portico.application.payments;

import static dev.portico.domain.items.ItemBuilder.anItemOf;
import static dev.portico.domain.payments.PaymentBuilder.money;
import static dev.portico.domain.users.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import dev.portico.application.ChangedPorts;
import dev.portico.application.Hexagon;
import dev.portico.application.payments.MakePayment.Outcome;
import dev.portico.application.payments.port.PaymentGateway;
import dev.portico.application.payments.port.PaymentGateway.Answer;
import dev.portico.application.payments.port.PaymentGateway.Charge;
import dev.portico.application.payments.port.Payments;
import dev.portico.application.shared.RunDueTask;
import dev.portico.application.shared.Unavailable;
import dev.portico.application.users.port.Users;
import dev.portico.domain.items.ItemId;
import dev.portico.domain.payments.Payment;
import dev.portico.domain.payments.PaymentId;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.PasswordHash;
import dev.portico.domain.users.UserId;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MakePaymentTest {

  private final Paying paying = new Paying();

  @Test
  void takesTheMoneyAndKeepsThePayment() {
    var outcome = paying.pay(Optional.empty());

    var payment = paying.kept().getFirst();
    assertThat(outcome).isEqualTo(new Outcome.Paid((Payment.Succeeded) payment, false));
    assertThat(payment.order().payer()).isEqualTo(Paying.ALICE);
    assertThat(payment.order().amount()).isEqualTo(money("100.00", "USD"));
    assertThat(payment.order().createdAt()).isEqualTo(paying.fakes.time.instant());
    assertThat(paying.kept()).hasSize(1);
  }

  @Test
  void asksTheGatewayOnceAndForExactlyThis() {
    var gateway = mock(PaymentGateway.class);
    when(gateway.charge(any())).thenReturn(new Answer.Charged("ch_1"));

    assertThat(paying.hexagonWith(gateway).makePayment().handle(Paying.order(Optional.empty())))
        .isInstanceOf(Outcome.Paid.class);

    var id = paying.kept().getFirst().order().id();
    verify(gateway, times(1))
        .charge(new Charge(id, money("100.00", "USD"), Paying.BOOK, Optional.empty()));
    verifyNoMoreInteractions(gateway);
  }

  @Test
  void isNotChargedAgainByItsTask() {
    assertThat(paying.pay(Optional.empty())).isInstanceOf(Outcome.Paid.class);

    assertThat(paying.runTask()).isInstanceOf(RunDueTask.Outcome.Ran.class);
    assertThat(paying.runTask()).isInstanceOf(RunDueTask.Outcome.NothingDue.class);
    assertThat(paying.fakes.paymentGateway.asked()).hasSize(1);
  }

  @Test
  void hasThePaymentCommittedBeforeTheGatewayIsAsked() {
    PaymentGateway gateway =
        paying.fakes.paymentGateway.charging(charge -> {
          assertThat(seenByOthers(charge.reference())).isPresent();
          return new Answer.Charged("ch_1");
        });

    assertThat(paying.hexagonWith(gateway).makePayment().handle(Paying.order(Optional.empty())))
        .isInstanceOf(Outcome.Paid.class);
    assertThat(paying.hexagonWith(gateway).makePayment().handle(Paying.order(Paying.key("a"))))
        .isInstanceOf(Outcome.Paid.class);
  }

  /** A transaction that were still open would keep the other thread waiting. */
  private Optional<Payment> seenByOthers(PaymentId id) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads.submit(() -> paying.fakes.payments.find(id)).get(10, TimeUnit.SECONDS);
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }

  @Test
  void isForAnItemThatIsThere() {
    var owner = aUser().build();
    assertThat(paying.fakes.users.addIfFree(owner, new PasswordHash("x")))
        .isEqualTo(Users.Addition.ADDED);
    var item = anItemOf(owner.id()).build();
    paying.fakes.items.add(item);

    assertThat(payFor(item.id())).isInstanceOf(Outcome.Paid.class);
    assertThat(paying.kept().getFirst().order().item()).contains(item.id());
  }

  @Test
  void keepsAndAsksNothingForAnItemThatIsNot() {
    assertThat(payFor(new ItemId(new UUID(0x7000L, 9)))).isEqualTo(new Outcome.UnknownItem());
    assertThat(paying.kept()).isEmpty();
    assertThat(paying.fakes.paymentGateway.asked()).isEmpty();
    assertThat(paying.runTask()).isInstanceOf(RunDueTask.Outcome.NothingDue.class);
  }

  private Outcome payFor(ItemId item) {
    return paying
        .hexagon
        .makePayment()
        .handle(
            new MakePayment.Command(
                Paying.ALICE,
                money("100", "USD"),
                Optional.of(item),
                Paying.BOOK,
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void keepsADeclineAndItsReason() {
    paying.fakes.paymentGateway.decline("no funds");

    var outcome = paying.pay(Optional.empty());

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Declined.class,
            declined -> assertThat(declined.payment().reason()).isEqualTo("no funds"));
    assertThat(paying.kept()).singleElement().isInstanceOf(Payment.Declined.class);
    assertThat(paying.fakes.paymentGateway.taken()).isZero();
  }

  // PY-4
  @Test
  void settlesADoubtWithoutASecondCharge() {
    paying.fakes.paymentGateway.loseAnswers(1);

    assertThat(paying.pay(Optional.empty())).isInstanceOf(Outcome.InDoubt.class);
    assertThat(paying.kept()).singleElement().isInstanceOf(Payment.Pending.class);
    assertThat(paying.runTask()).isInstanceOf(RunDueTask.Outcome.Ran.class);

    assertThat(paying.kept()).singleElement().isInstanceOf(Payment.Succeeded.class);
    assertThat(paying.fakes.paymentGateway.taken()).isEqualTo(1);
    assertThat(paying.runTask()).isInstanceOf(RunDueTask.Outcome.NothingDue.class);
  }

  @Test
  void goesOnTryingWhileTheGatewayIsAway() {
    paying.fakes.paymentGateway.goAway();

    assertThat(paying.pay(Optional.empty())).isInstanceOf(Outcome.InDoubt.class);
    assertThat(paying.runTask()).isInstanceOf(RunDueTask.Outcome.PutOff.class);
    paying.fakes.paymentGateway.comeBack();
    assertThat(paying.runTask()).isInstanceOf(RunDueTask.Outcome.Ran.class);

    assertThat(paying.kept()).singleElement().isInstanceOf(Payment.Succeeded.class);
  }

  @Test
  void answersWhatSomebodyElseFoundOut() {
    PaymentGateway losing =
        paying.fakes.paymentGateway.charging(charge -> {
          var pending =
              (Payment.Pending) paying.fakes.payments.find(charge.reference()).orElseThrow();
          var settled = pending.succeeded("ch_1", paying.fakes.time.instant());
          assertThat(paying.fakes.payments.replacePending(settled)).isTrue();
          throw new Unavailable("the answer is lost");
        });

    var outcome = paying.hexagonWith(losing).makePayment().handle(Paying.order(Optional.empty()));

    var settled = (Payment.Succeeded) paying.kept().getFirst();
    assertThat(outcome).isEqualTo(new Outcome.Paid(settled, false));
  }

  // PY-4
  @Test
  void answersInDoubtWhereTheOutcomeCannotBeKept() {
    var losing = new LosingPayments(paying.fakes.payments);
    var over = Hexagon.over(ChangedPorts.with(paying.fakes.ports(), Payments.class, losing));

    assertThat(over.makePayment().handle(Paying.order(Optional.empty())))
        .isInstanceOf(Outcome.InDoubt.class);

    assertThat(paying.runTask()).isInstanceOf(RunDueTask.Outcome.Ran.class);
    assertThat(paying.kept()).singleElement().isInstanceOf(Payment.Succeeded.class);
    assertThat(paying.fakes.paymentGateway.taken()).isEqualTo(1);
  }

  /** Payments whose store is lost once the gateway was asked. */
  private record LosingPayments(Payments payments) implements Payments {

    @Override
    public void add(Payment.Pending payment) {
      payments.add(payment);
    }

    @Override
    public Optional<Payment> find(PaymentId id) {
      throw new Unavailable("lost");
    }

    @Override
    public boolean replacePending(Payment next) {
      throw new Unavailable("lost");
    }

    @Override
    public Page<Payment, Payment.Position> listOf(
        UserId payer, PageRequest<Payment.Position> request) {
      throw new Unavailable("lost");
    }
  }
}
