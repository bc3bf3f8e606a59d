package dev.portico.web.payments;

import dev.portico.domain.payments.Refund;
import dev.portico.domain.shared.InvalidInput;
import dev.portico.domain.shared.Money;
import dev.portico.domain.shared.Parsed;
import dev.portico.web.shared.JsonBody;
import dev.portico.web.shared.Refusal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Refunds as they look on the wire. */
final class RefundsJson {

  private RefundsJson() {}

  /**
   * All that is shown of a refund.
   *
   * @param reason why it was declined
   * @param reference the gateway's own name for it
   * @param settledAt when that was known
   */
  record RefundJson(
      String id,
      String paymentId,
      String status,
      String amount,
      String currency,
      Instant createdAt,
      @Nullable String reason,
      @Nullable String reference,
      @Nullable Instant settledAt) {

    static RefundJson of(Refund refund) {
      return switch (refund) {
        case Refund.Pending _ -> of(refund, "pending", null, null, null);
        case Refund.UnderWay(var _, var reference) -> of(refund, "pending", null, reference, null);
        case Refund.Succeeded(var _, var reference, var at) ->
            of(refund, "success", null, reference, at);
        case Refund.Declined(var _, var reason, var at) -> of(refund, "declined", reason, null, at);
      };
    }

    private static RefundJson of(
        Refund refund,
        String status,
        @Nullable String reason,
        @Nullable String reference,
        @Nullable Instant settledAt) {
      var order = refund.order();
      return new RefundJson(
          order.id().toString(),
          order.payment().toString(),
          status,
          order.amount().amountText(),
          order.amount().currency().getCurrencyCode(),
          order.createdAt(),
          reason,
          reference,
          settledAt);
    }
  }

  /** Reads how much is to be given back; empty for all that is left. */
  static Optional<String> amount(JsonBody body) {
    var amount = body.optionalDecimal("amount", PaymentsJson::amountOfSomeCurrency);
    body.check();
    return amount.value();
  }

  /** The amount, once it is known what currency the payment is of. */
  static Money money(String amount, Currency currency) {
    return switch (Money.parse(amount, currency)) {
      case Parsed.Accepted<Money>(var money) -> money;
      case Parsed.Refused<Money>(var reason) ->
          throw Refusal.of(List.of(new InvalidInput("/amount", reason)));
    };
  }
}
