package dev.portico.application.payments;

import dev.portico.domain.payments.Payment;
import dev.portico.domain.payments.Refund;
import dev.portico.domain.shared.JsonObject;

/** What is said of a payment when something happens to it: what its payer was answered. */
final class PaymentFacts {

  private PaymentFacts() {}

  static JsonObject of(Payment payment) {
    var order = payment.order();
    var facts =
        new JsonObject()
            .with("id", order.id().toString())
            .with("amount", order.amount().amountText())
            .with("currency", order.amount().currency().getCurrencyCode())
            .with("created_at", order.createdAt().toString());
    return order.item().map(item -> facts.with("item_id", item.toString())).orElse(facts);
  }

  /** With how much of it was given back this time. */
  static JsonObject of(Payment payment, Refund refund) {
    return of(payment)
        .with("refund_id", refund.order().id().toString())
        .with("refunded_amount", refund.order().amount().amountText());
  }
}
