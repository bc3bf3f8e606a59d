package dev.portico.application.payments;

import static dev.portico.domain.payments.PaymentBuilder.money;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import dev.portico.application.ChangedPorts;
import dev.portico.application.Fakes;
import dev.portico.application.Hexagon;
import dev.portico.application.payments.MakePayment.Command;
import dev.portico.application.payments.MakePayment.Outcome;
import dev.portico.application.payments.port.PaymentGateway;
import dev.portico.application.payments.port.PaymentGateway.Answer;
import dev.portico.application.payments.port.PaymentGateway.Charge;
import dev.portico.application.payments.port.Payments;
import dev.portico.application.shared.IdempotencyKey;
import dev.portico.application.shared.RequestKey;
import dev.portico.application.shared.RunDueTask;
import dev.portico.application.shared.Unavailable;
import dev.portico.domain.payments.Payment;
import dev.portico.domain.payments.PaymentDescription;
import dev.portico.domain.payments.PaymentId;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MakePaymentTest {

  private static final UserId ALICE = new UserId(new UUID(0x7000L, 1));
  private static final Optional<PaymentDescription> BOOK =
      PaymentDescription.parse("a book").asOptional();

  private final Fakes fakes = new Fakes();
  private final Hexagon hexagon = fakes.hexagon();

  private static Command order(Optional<RequestKey> request) {
    return new Command(ALICE, money("100", "USD"), BOOK, request);
  }

  private static Optional<RequestKey> key(String fingerprint) {
    return Optional.of(
        new RequestKey(new IdempotencyKey("alice", "POST /payments/", "k"), fingerprint));
  }

  private Outcome pay(Optional<RequestKey> request) {
    return hexagon.makePayment().handle(order(request));
  }

  private Hexagon hexagonWith(PaymentGateway gateway) {
    return Hexagon.over(ChangedPorts.with(fakes.ports(), PaymentGateway.class, gateway));
  }

  private List<Payment> kept() {
    return fakes.payments.listOf(ALICE, new PageRequest<>(100, Optional.empty())).items();
  }

  private RunDueTask.Outcome runTask(Hexagon over) {
    fakes.time.advance(Duration.ofHours(1));
    return over.runDueTask().handle(new RunDueTask.Command());
  }

  @Test
  void takesTheMoneyAndKeepsThePayment() {
    var outcome = pay(Optional.empty());

    var payment = kept().getFirst();
    assertThat(outcome).isEqualTo(new Outcome.Paid((Payment.Succeeded) payment, false));
    assertThat(payment.order().payer()).isEqualTo(ALICE);
    assertThat(payment.order().amount()).isEqualTo(money("100.00", "USD"));
    assertThat(payment.order().createdAt()).isEqualTo(fakes.time.instant());
    assertThat(kept()).hasSize(1);
  }

  @Test
  void asksTheGatewayOnceAndForExactlyThis() {
    var gateway = mock(PaymentGateway.class);
    when(gateway.charge(any())).thenReturn(new Answer.Charged("ch_1"));

    assertThat(hexagonWith(gateway).makePayment().handle(order(Optional.empty())))
        .isInstanceOf(Outcome.Paid.class);

    var id = kept().getFirst().order().id();
    verify(gateway, times(1)).charge(new Charge(id, money("100.00", "USD"), BOOK));
    verifyNoMoreInteractions(gateway);
  }

  @Test
  void asksAgainstNoTaskThatComesAfterwards() {
    assertThat(pay(Optional.empty())).isInstanceOf(Outcome.Paid.class);

    assertThat(runTask(hexagon)).isInstanceOf(RunDueTask.Outcome.Ran.class);
    assertThat(runTask(hexagon)).isInstanceOf(RunDueTask.Outcome.NothingDue.class);
    assertThat(fakes.paymentGateway.asked()).hasSize(1);
  }

  @Test
  void hasThePaymentCommittedBeforeTheGatewayIsAsked() {
    PaymentGateway gateway =
        charge -> {
          assertThat(seenByOthers(charge.reference())).isPresent();
          return new Answer.Charged("ch_1");
        };

    assertThat(hexagonWith(gateway).makePayment().handle(order(Optional.empty())))
        .isInstanceOf(Outcome.Paid.class);
    assertThat(hexagonWith(gateway).makePayment().handle(order(key("a"))))
        .isInstanceOf(Outcome.Paid.class);
  }

  /** A transaction that were still open would keep the other thread waiting. */
  private Optional<Payment> seenByOthers(PaymentId id) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads.submit(() -> fakes.payments.find(id)).get(10, TimeUnit.SECONDS);
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }

  @Test
  void keepsADeclineAndItsReason() {
    fakes.paymentGateway.decline("no funds");

    var outcome = pay(Optional.empty());

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Declined.class,
            declined -> assertThat(declined.payment().reason()).isEqualTo("no funds"));
    assertThat(kept()).singleElement().isInstanceOf(Payment.Declined.class);
    assertThat(fakes.paymentGateway.taken()).isZero();
  }

  @Test
  void leavesAPaymentInDoubtAndSettlesItWithoutASecondCharge() {
    fakes.paymentGateway.loseAnswers(1);

    assertThat(pay(Optional.empty())).isInstanceOf(Outcome.InDoubt.class);
    assertThat(kept()).singleElement().isInstanceOf(Payment.Pending.class);
    assertThat(runTask(hexagon)).isInstanceOf(RunDueTask.Outcome.Ran.class);

    assertThat(kept()).singleElement().isInstanceOf(Payment.Succeeded.class);
    assertThat(fakes.paymentGateway.taken()).isEqualTo(1);
    assertThat(runTask(hexagon)).isInstanceOf(RunDueTask.Outcome.NothingDue.class);
  }

  @Test
  void goesOnTryingWhileTheGatewayIsAway() {
    fakes.paymentGateway.goAway();

    assertThat(pay(Optional.empty())).isInstanceOf(Outcome.InDoubt.class);
    assertThat(runTask(hexagon)).isInstanceOf(RunDueTask.Outcome.PutOff.class);
    fakes.paymentGateway.comeBack();
    assertThat(runTask(hexagon)).isInstanceOf(RunDueTask.Outcome.Ran.class);

    assertThat(kept()).singleElement().isInstanceOf(Payment.Succeeded.class);
  }

  @Test
  void losesNothingInACrashBetweenPaymentAndOutcome() {
    PaymentGateway crashing =
        charge -> {
          var _ = fakes.paymentGateway.charge(charge);
          throw new IllegalStateException("the process ends here");
        };

    assertThatThrownBy(() -> hexagonWith(crashing).makePayment().handle(order(key("a"))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(kept()).singleElement().isInstanceOf(Payment.Pending.class);
    assertThat(pay(key("a"))).isEqualTo(new Outcome.StillRunning());

    assertThat(runTask(hexagon)).isInstanceOf(RunDueTask.Outcome.Ran.class);
    assertThat(pay(key("a")))
        .isEqualTo(new Outcome.Paid((Payment.Succeeded) kept().getFirst(), true));
    assertThat(fakes.paymentGateway.taken()).isEqualTo(1);
  }

  @Test
  void answersInDoubtWhereTheOutcomeCannotBeKept() {
    var losing = new LosingPayments(fakes.payments);
    var over = Hexagon.over(ChangedPorts.with(fakes.ports(), Payments.class, losing));

    assertThat(over.makePayment().handle(order(Optional.empty())))
        .isInstanceOf(Outcome.InDoubt.class);

    assertThat(runTask(hexagon)).isInstanceOf(RunDueTask.Outcome.Ran.class);
    assertThat(kept()).singleElement().isInstanceOf(Payment.Succeeded.class);
    assertThat(fakes.paymentGateway.taken()).isEqualTo(1);
  }

  @Test
  void repeatsItsAnswerUnderOneKey() {
    var first = (Outcome.Paid) pay(key("a"));

    assertThat(pay(key("a"))).isEqualTo(new Outcome.Paid(first.payment(), true));
    assertThat(fakes.paymentGateway.asked()).hasSize(1);
    assertThat(kept()).hasSize(1);
  }

  @Test
  void repeatsADeclineUnderOneKey() {
    fakes.paymentGateway.decline("no funds");
    var first = (Outcome.Declined) pay(key("a"));

    assertThat(pay(key("a"))).isEqualTo(new Outcome.Declined(first.payment(), true));
    assertThat(fakes.paymentGateway.asked()).hasSize(1);
  }

  @Test
  void repeatsItsDoubtUnderOneKeyUntilItIsSettled() {
    fakes.paymentGateway.loseAnswers(1);
    var first = (Outcome.InDoubt) pay(key("a"));

    assertThat(pay(key("a"))).isEqualTo(new Outcome.InDoubt(first.payment(), true));
    assertThat(fakes.paymentGateway.asked()).hasSize(1);
    assertThat(runTask(hexagon)).isInstanceOf(RunDueTask.Outcome.Ran.class);
    assertThat(pay(key("a"))).isInstanceOf(Outcome.Paid.class);
  }

  @Test
  void refusesTheKeyForAnotherRequest() {
    assertThat(pay(key("a"))).isInstanceOf(Outcome.Paid.class);

    assertThat(pay(key("b"))).isEqualTo(new Outcome.KeyReused());
    assertThat(kept()).hasSize(1);
  }

  @Test
  void chargesOnceForTwentyAtOnceUnderOneKey() throws Exception {
    var outcomes = new ArrayList<Outcome>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<Outcome>>();
      for (int i = 0; i < 20; i++) {
        running.add(threads.submit(() -> pay(key("a"))));
      }
      for (var outcome : running) {
        outcomes.add(outcome.get());
      }
    }

    var payment = (Payment.Succeeded) kept().getFirst();
    assertThat(outcomes).hasSize(20).contains(new Outcome.Paid(payment, false));
    assertThat(outcomes)
        .isSubsetOf(
            new Outcome.Paid(payment, false),
            new Outcome.Paid(payment, true),
            new Outcome.StillRunning());
    assertThat(kept()).hasSize(1);
    assertThat(fakes.paymentGateway.asked()).hasSize(1);
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
    public dev.portico.domain.shared.Page<Payment, Payment.Position> listOf(
        UserId payer, PageRequest<Payment.Position> request) {
      throw new Unavailable("lost");
    }
  }
}
