package dev.portico.application.payments;

import dev.portico.application.payments.port.PaymentGateway;
import dev.portico.application.payments.port.PaymentGateway.Answer;
import dev.portico.application.payments.port.PaymentGateway.Charge;
import dev.portico.application.payments.port.Payments;
import dev.portico.domain.payments.Payment;
import java.time.InstantSource;

/** Asks the gateway for a pending payment, and keeps what it says. */
final class Settlement {

  private final Payments payments;
  private final PaymentGateway gateway;
  private final InstantSource time;

  Settlement(Payments payments, PaymentGateway gateway, InstantSource time) {
    this.payments = payments;
    this.gateway = gateway;
    this.time = time;
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
    return payments.replacePending(next) ? next : payments.find(pending.order().id()).orElseThrow();
  }

  private Payment ask(Payment.Pending pending) {
    return switch (gateway.charge(Charge.of(pending.order()))) {
      case Answer.Charged(var reference) -> pending.succeeded(reference, time.instant());
      case Answer.Declined(var reason) -> pending.declined(reason, time.instant());
    };
  }
}
