package dev.portico.web.payments;

import dev.portico.application.payments.MakePayment;
import dev.portico.application.shared.RequestKey;
import dev.portico.domain.items.ItemId;
import dev.portico.domain.payments.Payment;
import dev.portico.domain.payments.PaymentDescription;
import dev.portico.domain.payments.PaymentMethod;
import dev.portico.domain.shared.Money;
import dev.portico.domain.shared.Parsed;
import dev.portico.domain.users.UserId;
import dev.portico.web.shared.Caller;
import dev.portico.web.shared.JsonBody;
import dev.portico.web.shared.QueryFields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Payments as they look on the wire. */
final class PaymentsJson {

  /** Has as many decimals as any: judges an amount whose own currency is not known. */
  private static final Currency FINEST = Currency.getInstance("CLF");

  private PaymentsJson() {}

  /**
   * What whoever pays is answered; the amount is a text with all decimals of its currency.
   *
   * @param itemId what it is paid for, if it is an item
   */
  record PaymentJson(
      String id,
      String status,
      String amount,
      String currency,
      @Nullable String itemId,
      Instant createdAt) {

    static PaymentJson of(Payment payment) {
      var order = payment.order();
      return new PaymentJson(
          order.id().toString(),
          statusOf(payment),
          order.amount().amountText(),
          order.amount().currency().getCurrencyCode(),
          order.item().map(ItemId::toString).orElse(null),
          order.createdAt());
    }
  }

  /**
   * All that is shown of a payment afterwards.
   *
   * @param reason why it was declined
   * @param reference the gateway's own name for it
   * @param settledAt when that was known
   * @param refundedAmount how much was given back, pending refunds counted in
   */
  record PaymentRecordJson(
      String id,
      String status,
      String amount,
      String currency,
      @Nullable String itemId,
      @Nullable String description,
      Instant createdAt,
      @Nullable String reason,
      @Nullable String reference,
      @Nullable Instant settledAt,
      String refundedAmount) {

    static PaymentRecordJson of(Payment payment) {
      return switch (payment) {
        case Payment.Pending _ -> of(payment, null, null, null);
        case Payment.Succeeded(var _, var reference, var at, var _) ->
            of(payment, null, reference, at);
        case Payment.Declined(var _, var reason, var at) -> of(payment, reason, null, at);
      };
    }

    private static PaymentRecordJson of(
        Payment payment,
        @Nullable String reason,
        @Nullable String reference,
        @Nullable Instant settledAt) {
      var json = PaymentJson.of(payment);
      return new PaymentRecordJson(
          json.id(),
          json.status(),
          json.amount(),
          json.currency(),
          json.itemId(),
          payment.order().description().map(PaymentDescription::text).orElse(null),
          json.createdAt(),
          reason,
          reference,
          settledAt,
          refundedOf(payment));
    }
  }

  private static String refundedOf(Payment payment) {
    var digits = payment.order().amount().amount().scale();
    return payment instanceof Payment.Succeeded succeeded && succeeded.refunded().isPresent()
        ? succeeded.refunded().get().amountText()
        : BigDecimal.ZERO.setScale(digits).toPlainString();
  }

  private static String statusOf(Payment payment) {
    return switch (payment) {
      case Payment.Pending _ -> "pending";
      case Payment.Succeeded _ -> "success";
      case Payment.Declined _ -> "declined";
    };
  }

  /** Reads what is to be paid. */
  static MakePayment.Command order(JsonBody body, UserId payer, Optional<RequestKey> request) {
    var currency = body.required("currency", Money::parseCurrency);
    var amount =
        body.requiredDecimal(
            "amount", text -> Money.parse(text, currency.ifValid().orElse(FINEST)));
    var item = body.optional("item_id", ItemId::parse);
    var description = body.optional("description", PaymentDescription::parse);
    var method = body.optional("payment_method", PaymentMethod::parse);
    body.check();
    return new MakePayment.Command(
        payer, amount.value(), item.value(), description.value(), method.value(), request);
  }

  /** Judges an amount whose currency is not known yet. */
  static Parsed<String> amountOfSomeCurrency(String text) {
    return Money.parse(text, FINEST).then(_ -> Parsed.accepted(text));
  }

  /** Whose payments are wanted: one's own, unless an administrator names somebody. */
  static Supplier<UserId> payer(QueryFields query, Caller caller) {
    if (!caller.admin()) {
      return () -> new UserId(caller.id());
    }
    var payer = query.optional("payer", UserId::parse);
    return () -> payer.value().orElseGet(() -> new UserId(caller.id()));
  }
}
