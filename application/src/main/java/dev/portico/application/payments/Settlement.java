package dev.portico.application.payments;

import dev.portico.application.payments.port.PaymentGateway;
import dev.portico.application.payments.port.PaymentGateway.Answer;
import dev.portico.application.payments.port.PaymentGateway.Charge;
import dev.portico.application.payments.port.Payments;
import dev.portico.application.shared.Announce;
import dev.portico.application.shared.port.Transactions;
import dev.portico.domain.payments.Payment;
import dev.portico.domain.shared.DomainEvent;
import java.time.InstantSource;

/** Asks the gateway for a pending payment, and keeps what it says. */
final class Settlement {

  private final Payments payments;
  private final PaymentGateway gateway;
  private final Transactions transactions;
  private final InstantSource time;
  private final Announce announce;

  Settlement(
      Payments payments,
      PaymentGateway gateway,
      Transactions transactions,
      InstantSource time,
      Announce announce) {
    this.payments = payments;
    this.gateway = gateway;
    this.transactions = transactions;
    this.time = time;
    this.announce = announce;
  }

  /**
   * What became of the payment. To be called outside of any transaction.
   *
   * @throws dev.portico.application.shared.Unavailable if the gateway gives no answer, or it cannot
   *     be kept; either way the payment is pending still
   */
  Payment of(Payment.Pending pending) {
    var next = ask(pending);
    // Somebody else may have asked at the same time; the gateway told both the same.
    return transactions.inTransaction(() -> keep(next))
        ? next
        : payments.find(pending.order().id()).orElseThrow();
  }

  private boolean keep(Payment next) {
    boolean kept = payments.replacePending(next);
    if (kept) {
      announce.that(typeOf(next), next.order().payer().value(), PaymentFacts.of(next));
    }
    return kept;
  }

  private static DomainEvent.Type typeOf(Payment settled) {
    return settled instanceof Payment.Succeeded
        ? DomainEvent.Type.PAYMENT_SUCCEEDED
        : DomainEvent.Type.PAYMENT_DECLINED;
  }

  private Payment ask(Payment.Pending pending) {
    return switch (gateway.charge(Charge.of(pending.order()))) {
      case Answer.Charged(var reference) -> pending.succeeded(reference, time.instant());
      case Answer.Declined(var reason) -> pending.declined(reason, time.instant());
    };
  }
}
