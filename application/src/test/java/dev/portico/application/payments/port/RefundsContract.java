package dev.portico.application.payments.port;

import static dev.portico.domain.payments.PaymentBuilder.aPayment;
import static dev.portico.domain.payments.PaymentBuilder.money;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.payments.port.Refunds.Adding;
import dev.portico.application.shared.port.Transactions;
import dev.portico.domain.payments.Payment;
import dev.portico.domain.payments.PaymentId;
import dev.portico.domain.payments.Refund;
import dev.portico.domain.payments.RefundId;
import dev.portico.domain.payments.RefundRequest;
import dev.portico.domain.shared.Money;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store of refunds promises. A fresh, empty store for each test. */
public abstract class RefundsContract {

  private static final Instant NOON = Instant.parse("2024-01-15T12:00:00.123456Z");
  private static final UserId ALICE = new UserId(new UUID(0x7000L, 1));
  private static final Optional<Money> ALL = Optional.empty();

  private final AtomicLong count = new AtomicLong();

  protected abstract Refunds refunds();

  /** The payments that they are of. */
  protected abstract Payments payments();

  protected abstract Transactions transactions();

  private PaymentId paid(String amount) {
    var pending = aPayment().by(ALICE).of(amount, "USD").build();
    payments().add(pending);
    assertThat(payments().replacePending(pending.succeeded("ch_1", NOON))).isTrue();
    return pending.order().id();
  }

  private RefundRequest request(PaymentId payment, Optional<Money> amount) {
    var id = new RefundId(new UUID(0x0190_0000_0000_7000L, 1L << 63 | count.incrementAndGet()));
    return new RefundRequest(id, payment, amount, ALICE, NOON);
  }

  private Adding add(PaymentId payment, String amount) {
    return refunds().add(request(payment, Optional.of(money(amount, "USD"))));
  }

  private Refund.Pending added(PaymentId payment, String amount) {
    return ((Adding.Added) add(payment, amount)).refund();
  }

  private Optional<Money> refunded(PaymentId payment) {
    return ((Payment.Succeeded) payments().find(payment).orElseThrow()).refunded();
  }

  private static Adding tooMuch(String left) {
    return new Adding.TooMuch(Optional.of(money(left, "USD")));
  }

  @Test
  void findARefundAsAdded() {
    var payment = paid("10.00");
    var refund = added(payment, "4.00");

    assertThat(refund.order().amount()).isEqualTo(money("4.00", "USD"));
    assertThat(refund.order().payment()).isEqualTo(payment);
    assertThat(refunds().find(refund.order().id())).contains(refund);
    assertThat(refunds().find(new RefundId(new UUID(1, 1)))).isEmpty();
    assertThat(refunded(payment)).contains(money("4.00", "USD"));
  }

  @Test
  void takeAllThatIsLeftWhereNoAmountIsGiven() {
    var payment = paid("10.00");
    var _ = added(payment, "4.00");

    assertThat(refunds().add(request(payment, ALL)))
        .isInstanceOfSatisfying(
            Adding.Added.class,
            it -> assertThat(it.refund().order().amount()).isEqualTo(money("6.00", "USD")));
    assertThat(refunds().add(request(payment, ALL))).isEqualTo(new Adding.TooMuch(ALL));
    assertThat(add(payment, "0.01")).isEqualTo(new Adding.TooMuch(ALL));
  }

  @Test
  void refuseMoreThanIsLeft() {
    var payment = paid("10.00");

    assertThat(add(payment, "10.01")).isEqualTo(tooMuch("10.00"));
    var _ = added(payment, "9.99");
    assertThat(add(payment, "0.02")).isEqualTo(tooMuch("0.01"));
    assertThat(refunded(payment)).contains(money("9.99", "USD"));
  }

  @Test
  void areOfPaymentsThatSucceeded() {
    var pending = aPayment().build();
    var declined = aPayment().build();
    payments().add(pending);
    payments().add(declined);
    assertThat(payments().replacePending(declined.declined("no", NOON))).isTrue();

    for (var id :
        List.of(pending.order().id(), declined.order().id(), new PaymentId(new UUID(1, 1)))) {
      assertThat(refunds().add(request(id, ALL))).isEqualTo(new Adding.NotPaid());
    }
  }

  @Test
  void takeNoIdTwice() {
    var payment = paid("10.00");
    var request = request(payment, Optional.of(money("1.00", "USD")));
    assertThat(refunds().add(request)).isInstanceOf(Adding.Added.class);

    assertThatThrownBy(() -> refunds().add(request)).isInstanceOf(RuntimeException.class);
    assertThat(refunded(payment)).contains(money("1.00", "USD"));
  }

  @Test
  void keepWhatBecameOfAPendingRefund() {
    var payment = paid("10.00");
    var succeeded = added(payment, "1.00").succeeded("re_1", NOON);
    var doubted = added(payment, "2.00").doubted();

    assertThat(refunds().replacePending(succeeded)).isTrue();
    assertThat(refunds().replacePending(doubted)).isTrue();

    assertThat(refunds().find(succeeded.order().id())).contains(succeeded);
    assertThat(refunds().find(doubted.order().id())).contains(doubted);
    assertThat(refunded(payment)).contains(money("3.00", "USD"));
    assertThat(refunds().replacePending(doubted.succeeded("re_2", NOON))).isTrue();
  }

  @Test
  void rememberWhatAGatewayCallsARefundThatIsUnderWay() {
    var payment = paid("10.00");
    var pending = added(payment, "4.00");
    var underWay = pending.underWay("re_1");

    assertThat(refunds().replacePending(underWay)).isTrue();
    assertThat(refunds().find(underWay.order().id())).contains(underWay);
    // Whoever lost the answer meanwhile must not forget the reference for everybody.
    assertThat(refunds().replacePending(pending.doubted())).isFalse();
    assertThat(refunds().replacePending(pending.underWay("re_2"))).isFalse();
    assertThat(refunds().find(underWay.order().id())).contains(underWay);
    assertThat(refunded(payment)).contains(money("4.00", "USD"));

    assertThat(refunds().replacePending(underWay.succeeded(NOON))).isTrue();
    assertThat(refunds().find(underWay.order().id())).contains(pending.succeeded("re_1", NOON));
    assertThat(refunds().replacePending(underWay)).isFalse();
  }

  @Test
  void giveBackWhatWasDeclinedUnderWay() {
    var payment = paid("10.00");
    var underWay = added(payment, "4.00").underWay("re_1");
    assertThat(refunds().replacePending(underWay)).isTrue();

    assertThat(refunds().replacePending(underWay.declined("account closed", NOON))).isTrue();

    assertThat(refunded(payment)).isEmpty();
    assertThat(refunds().replacePending(underWay.succeeded(NOON))).isFalse();
  }

  @Test
  void giveADeclinedRefundBackToThePayment() {
    var payment = paid("10.00");
    var all = added(payment, "10.00");

    assertThat(refunds().replacePending(all.declined("no funds", NOON))).isTrue();

    assertThat(refunds().find(all.order().id())).contains(all.declined("no funds", NOON));
    assertThat(refunded(payment)).isEmpty();
    assertThat(add(payment, "10.00")).isInstanceOf(Adding.Added.class);
  }

  @Test
  void leaveASettledRefundAsItIs() {
    var payment = paid("10.00");
    var refund = added(payment, "4.00");
    assertThat(refunds().replacePending(refund.declined("no", NOON))).isTrue();

    assertThat(refunds().replacePending(refund.declined("no", NOON))).isFalse();
    assertThat(refunds().replacePending(refund.succeeded("re_1", NOON))).isFalse();
    assertThat(refunds().replacePending(refund.doubted())).isFalse();

    assertThat(refunds().find(refund.order().id())).contains(refund.declined("no", NOON));
    assertThat(refunded(payment)).isEmpty();
  }

  @Test
  void areUndoneWithTheirTransaction() {
    var payment = paid("10.00");

    assertThatThrownBy(() ->
            transactions()
                .inTransaction(() -> {
                  var _ = added(payment, "4.00");
                  throw new IllegalStateException("on purpose");
                }))
        .hasMessage("on purpose");
    assertThat(refunded(payment)).isEmpty();
    assertThat(add(payment, "10.00")).isInstanceOf(Adding.Added.class);
  }

  @Test
  @DisplayName("PY-5: areNeverMoreThanThePaymentOfManyAtOnce")
  void areNeverMoreThanThePaymentOfManyAtOnce() throws Exception {
    var payment = paid("10.00");
    var answers = new ArrayList<Adding>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<Adding>>();
      for (int i = 0; i < 50; i++) {
        running.add(threads.submit(() -> add(payment, "3.00")));
      }
      for (var answer : running) {
        answers.add(answer.get());
      }
    }

    assertThat(answers).filteredOn(Adding.Added.class::isInstance).hasSize(3);
    assertThat(answers).filteredOn(it -> it.equals(tooMuch("1.00"))).hasSize(47);
    assertThat(refunded(payment)).contains(money("9.00", "USD"));
  }

  /** Whatever is asked and declined, in whatever order: a property, by reproducible chance. */
  @ParameterizedTest
  @DisplayName("PY-5: neverExceedThePayment")
  @ValueSource(longs = {1, 2})
  void neverExceedThePayment(long seed) {
    var chance = new Random(seed);
    var payment = paid("100.00");
    long counted = 0;
    for (int i = 0; i < 25; i++) {
      long cents = chance.nextLong(1, 4_000);
      var amount = money(java.math.BigDecimal.valueOf(cents, 2).toPlainString(), "USD");
      var adding = refunds().add(request(payment, Optional.of(amount)));
      assertThat(adding instanceof Adding.Added).isEqualTo(counted + cents <= 10_000);
      if (adding instanceof Adding.Added(var refund)) {
        counted += cents;
        if (chance.nextBoolean()) {
          assertThat(refunds().replacePending(refund.declined("no", NOON))).isTrue();
          counted -= cents;
        }
      }
      assertThat(refunded(payment).map(it -> it.amount().unscaledValue().longValue()).orElse(0L))
          .isEqualTo(counted);
    }
  }

  @Test
  void listThoseOfOnePaymentTheNewestFirst() {
    var payment = paid("10.00");
    var other = paid("10.00");
    var first = added(payment, "1.00");
    var second = added(payment, "2.00");
    var third = added(payment, "3.00");
    var _ = added(other, "4.00");

    var page = refunds().listOf(payment, new PageRequest<>(2, Optional.empty()));
    assertThat(page.items()).containsExactly(third, second);
    assertThat(refunds().listOf(payment, new PageRequest<>(2, page.next())).items())
        .containsExactly(first);
  }
}
