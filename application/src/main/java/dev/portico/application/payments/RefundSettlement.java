package dev.portico.application.payments;

import dev.portico.application.payments.port.PaymentGateway;
import dev.portico.application.payments.port.PaymentGateway.Return;
import dev.portico.application.payments.port.PaymentGateway.Returning;
import dev.portico.application.payments.port.Payments;
import dev.portico.application.payments.port.Refunds;
import dev.portico.application.shared.port.IdGenerator;
import dev.portico.application.shared.port.TaskQueue;
import dev.portico.application.shared.port.Transactions;
import dev.portico.domain.payments.Payment;
import dev.portico.domain.payments.PaymentEvent;
import dev.portico.domain.payments.Refund;
import dev.portico.domain.shared.Task;
import java.time.Duration;
import java.time.InstantSource;

/** Asks the gateway for a refund that has not ended, and keeps what it says. */
public record RefundSettlement(
    Payments payments,
    Refunds refunds,
    PaymentGateway gateway,
    PaymentEvents events,
    TaskQueue tasks,
    Transactions transactions,
    IdGenerator ids,
    InstantSource time) {

  /** How often to ask what became of one that is under way: banks take days. */
  public static final Duration PAUSE = Duration.ofHours(6);

  /**
   * What became of the refund. To be called outside of any transaction.
   *
   * @throws dev.portico.application.shared.Unavailable if the gateway gives no answer, or it cannot
   *     be kept; either way the refund is pending still
   */
  Refund of(Refund.Pending pending) {
    return switch (gateway.giveBack(Return.of(pending.order(), paymentOf(pending)))) {
      case Returning.Returned(var reference) -> keep(pending.succeeded(reference, time.instant()));
      case Returning.UnderWay(var reference) -> {
        var underWay = pending.underWay(reference);
        yield keep(underWay, () -> lookAgain(underWay));
      }
      case Returning.Declined(var reason) ->
          keep(pending.declined(reason, time.instant()), () -> {});
    };
  }

  /**
   * What became of one that was under way. To be called outside of any transaction.
   *
   * @throws dev.portico.application.shared.Unavailable if the gateway gives no answer, or it cannot
   *     be kept; either way the refund is under way still
   */
  Refund of(Refund.UnderWay underWay) {
    return switch (gateway.lookUp(underWay.reference())) {
      case Returning.Returned _ -> keep(underWay.succeeded(time.instant()));
      case Returning.UnderWay _ -> {
        lookAgain(underWay);
        yield underWay;
      }
      case Returning.Declined(var reason) ->
          keep(underWay.declined(reason, time.instant()), () -> {});
    };
  }

  private void lookAgain(Refund.UnderWay underWay) {
    var id = underWay.order().id().toString();
    tasks.add(Task.fresh(ids.next(), FollowRefund.TASK, id, time.instant().plus(PAUSE)));
  }

  private Refund keep(Refund.Succeeded succeeded) {
    return keep(succeeded, () -> events.tell(new PaymentEvent.Refunded(succeeded)));
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
