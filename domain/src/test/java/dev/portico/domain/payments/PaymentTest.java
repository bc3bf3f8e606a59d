package dev.portico.domain.payments;

import static dev.portico.domain.payments.PaymentBuilder.aPayment;
import static dev.portico.domain.payments.PaymentBuilder.money;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.users.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PaymentTest {

  private static final Instant LATER = Instant.parse("2024-01-15T12:00:30Z");

  private final Payment.Pending pending = aPayment().of("12.30", "EUR").build();

  @Test
  void beginsPendingAndWithoutDoubt() {
    assertThat(pending.inDoubt()).isFalse();
    assertThat(pending.doubted().inDoubt()).isTrue();
    assertThat(pending.doubted().order()).isEqualTo(pending.order());
  }

  @Test
  void keepsItsOrderWhateverBecomesOfIt() {
    assertThat(pending.succeeded("ch_1", LATER))
        .isEqualTo(new Payment.Succeeded(pending.order(), "ch_1", LATER, Optional.empty()));
    assertThat(pending.doubted().declined("no funds", LATER))
        .isEqualTo(new Payment.Declined(pending.order(), "no funds", LATER));
  }

  @Test
  void keepsItsPlaceInTheList() {
    assertThat(pending.succeeded("ch_1", LATER).position())
        .isEqualTo(pending.position())
        .isEqualTo(new Payment.Position(pending.order().createdAt(), pending.order().id()));
  }

  private RefundRequest request(String amount) {
    var wanted = Optional.of(amount).filter(it -> !it.isEmpty()).map(it -> money(it, "EUR"));
    return new RefundRequest(
        new RefundId(new UUID(2, 2)),
        pending.order().id(),
        wanted,
        new UserId(new UUID(0x7000L, 1)),
        LATER);
  }

  private static RefundRuling.Granted granted(RefundRuling ruling) {
    return (RefundRuling.Granted) ruling;
  }

  @Test
  void isGivenBackInPartsUpToAllOfIt() {
    var paid = pending.succeeded("ch_1", LATER);
    assertThat(paid.refundable()).contains(money("12.30", "EUR"));

    var part = granted(paid.refund(request("2.30")));
    assertThat(part.refund().order().amount()).isEqualTo(money("2.30", "EUR"));
    assertThat(part.payment().refundable()).contains(money("10.00", "EUR"));
    assertThat(part.payment().refund(request("10.01")))
        .isEqualTo(new RefundRuling.TooMuch(Optional.of(money("10.00", "EUR"))));

    var rest = granted(part.payment().refund(request("")));
    assertThat(rest.refund().order().amount()).isEqualTo(money("10.00", "EUR"));
    assertThat(rest.payment().refundable()).isEmpty();
    assertThat(rest.payment().refund(request("")))
        .isEqualTo(new RefundRuling.TooMuch(Optional.empty()));
    assertThat(rest.payment().refund(request("0.01")))
        .isEqualTo(new RefundRuling.TooMuch(Optional.empty()));
  }

  @Test
  void getsADeclinedRefundBack() {
    var part = granted(pending.succeeded("ch_1", LATER).refund(request("2.30")));
    var rest = granted(part.payment().refund(request("")));

    var without = rest.payment().without(part.refund().declined("no", LATER));

    assertThat(without.refundable()).contains(money("2.30", "EUR"));
    assertThat(without.without(rest.refund().declined("no", LATER)))
        .isEqualTo(pending.succeeded("ch_1", LATER));
  }
}
