package dev.portico.application.payments;

import dev.portico.application.payments.port.PaymentGateway;
import dev.portico.application.payments.port.PaymentGateway.Return;
import dev.portico.application.payments.port.PaymentGateway.Returning;
import dev.portico.application.payments.port.Payments;
import dev.portico.application.payments.port.Refunds;
import dev.portico.application.shared.port.Transactions;
import dev.portico.domain.payments.Payment;
import dev.portico.domain.payments.PaymentEvent;
import dev.portico.domain.payments.Refund;
import java.time.InstantSource;

/** Asks the gateway for a pending refund, and keeps what it says. */
public record RefundSettlement(
    Payments payments,
    Refunds refunds,
    PaymentGateway gateway,
    PaymentEvents events,
    Transactions transactions,
    InstantSource time) {

  /**
   * What became of the refund. To be called outside of any transaction.
   *
   * @throws dev.portico.application.shared.Unavailable if the gateway gives no answer, or it cannot
   *     be kept; either way the refund is pending still
   */
  Refund of(Refund.Pending pending) {
    return switch (gateway.giveBack(Return.of(pending.order(), paymentOf(pending)))) {
      case Returning.Returned(var reference) -> {
        var succeeded = pending.succeeded(reference, time.instant());
        yield keep(succeeded, () -> events.tell(new PaymentEvent.Refunded(succeeded)));
      }
      case Returning.Declined(var reason) ->
          keep(pending.declined(reason, time.instant()), () -> {});
    };
  }

  /** A refund is of a payment that succeeded, and stays so. */
  private Payment.Succeeded paymentOf(Refund refund) {
    return (Payment.Succeeded) payments.find(refund.order().payment()).orElseThrow();
  }

  private Refund keep(Refund next, Runnable consequence) {
    return transactions.inTransaction(() -> {
      if (refunds.replacePending(next)) {
        consequence.run();
        return next;
      }
      // Somebody else asked at the same time; the gateway told both the same.
      return refunds.find(next.order().id()).orElseThrow();
    });
  }
}
