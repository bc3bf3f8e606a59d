package dev.portico.domain.payments;

import static dev.portico.domain.payments.PaymentBuilder.aPayment;
import static dev.portico.domain.payments.PaymentBuilder.money;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.domain.users.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PostingTest {

  private static final Instant LATER = Instant.parse("2024-01-15T12:00:30Z");
  private static final UUID ID = new UUID(1, 1);

  private final Payment.Pending pending = aPayment().of("12.30", "EUR").build();

  private static LedgerEntry entry(LedgerAccount account, String amount) {
    return new LedgerEntry(account, new BigDecimal(amount));
  }

  private static Posting posting(LedgerEntry... entries) {
    return new Posting(
        ID, Posting.Kind.CHARGE, Currency.getInstance("EUR"), List.of(entries), LATER);
  }

  @Test
  void movesAChargeFromSalesToTheGateway() {
    var posting = Posting.of(new PaymentEvent.Succeeded(pending.succeeded("ch_1", LATER)));

    assertThat(posting.orElseThrow())
        .isEqualTo(
            new Posting(
                pending.order().id().value(),
                Posting.Kind.CHARGE,
                Currency.getInstance("EUR"),
                List.of(
                    entry(LedgerAccount.GATEWAY, "12.30"), entry(LedgerAccount.SALES, "-12.30")),
                LATER));
  }

  @Test
  void movesARefundBack() {
    var order =
        new RefundOrder(
            new RefundId(ID),
            pending.order().id(),
            money("2.30", "EUR"),
            new UserId(new UUID(0x7000L, 1)),
            LATER);
    var refund = Refund.ordered(order).succeeded("re_1", LATER);

    assertThat(Posting.of(new PaymentEvent.Refunded(refund)).orElseThrow())
        .isEqualTo(
            new Posting(
                ID,
                Posting.Kind.REFUND,
                Currency.getInstance("EUR"),
                List.of(entry(LedgerAccount.SALES, "2.30"), entry(LedgerAccount.GATEWAY, "-2.30")),
                LATER));
  }

  @Test
  void isNotMadeOfADecline() {
    assertThat(Posting.of(new PaymentEvent.Declined(pending.declined("no", LATER)))).isEmpty();
  }

  @Test
  void comesToZero() {
    assertThatThrownBy(() ->
            posting(entry(LedgerAccount.GATEWAY, "1.00"), entry(LedgerAccount.SALES, "-1.01")))
        .hasMessageContaining("zero");
    assertThatThrownBy(() -> entry(LedgerAccount.GATEWAY, "0.00")).hasMessageContaining("nothing");
  }

  @Test
  void namesTwoAccountsEachOnce() {
    assertThatThrownBy(() -> posting()).hasMessageContaining("accounts");
    assertThatThrownBy(() -> posting(entry(LedgerAccount.SALES, "1.00")))
        .hasMessageContaining("accounts");
    assertThatThrownBy(
            () -> posting(entry(LedgerAccount.SALES, "1.00"), entry(LedgerAccount.SALES, "-1.00")))
        .hasMessageContaining("accounts");
  }

  @Test
  void hasTheDecimalsOfItsCurrency() {
    assertThatThrownBy(
            () -> posting(entry(LedgerAccount.GATEWAY, "1"), entry(LedgerAccount.SALES, "-1")))
        .hasMessageContaining("EUR");
  }
}
