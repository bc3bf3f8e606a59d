package dev.portico.application.payments;

import dev.portico.application.payments.port.PaymentGateway;
import dev.portico.application.payments.port.PaymentGateway.Answer;
import dev.portico.application.payments.port.PaymentGateway.Charge;
import dev.portico.application.payments.port.Payments;
import dev.portico.application.shared.port.Transactions;
import dev.portico.domain.payments.Payment;
import dev.portico.domain.payments.PaymentEvent;
import java.time.InstantSource;

/** Asks the gateway for a pending payment, and keeps what it says. */
public record Settlement(
    Payments payments,
    PaymentGateway gateway,
    PaymentEvents events,
    Transactions transactions,
    InstantSource time) {

  /**
   * What became of the payment. To be called outside of any transaction.
   *
   * @throws dev.portico.application.shared.Unavailable if the gateway gives no answer, or it cannot
   *     be kept; either way the payment is pending still
   */
  Payment of(Payment.Pending pending) {
    return switch (gateway.charge(Charge.of(pending.order()))) {
      case Answer.Charged(var reference) -> {
        var succeeded = pending.succeeded(reference, time.instant());
        yield keep(succeeded, new PaymentEvent.Succeeded(succeeded));
      }
      case Answer.Declined(var reason) -> {
        var declined = pending.declined(reason, time.instant());
        yield keep(declined, new PaymentEvent.Declined(declined));
      }
    };
  }

  private Payment keep(Payment next, PaymentEvent event) {
    return transactions.inTransaction(() -> {
      if (payments.replacePending(next)) {
        events.tell(event);
        return next;
      }
      // Somebody else asked at the same time; the gateway told both the same.
      return payments.find(next.order().id()).orElseThrow();
    });
  }
}
