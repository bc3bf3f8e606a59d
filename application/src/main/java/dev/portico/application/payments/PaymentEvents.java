package dev.portico.application.payments;

import dev.portico.application.payments.port.Ledger;
import dev.portico.application.payments.port.Payments;
import dev.portico.application.shared.Announce;
import dev.portico.domain.payments.Payment;
import dev.portico.domain.payments.PaymentEvent;
import dev.portico.domain.payments.Posting;
import dev.portico.domain.shared.DomainEvent;

/**
 * Where it is known, inside the transaction that makes it so, that a payment succeeded, was
 * declined or was given back. Each is told once. Whatever has to happen exactly if that did, stands
 * here.
 */
public record PaymentEvents(Payments payments, Ledger ledger, Announce announce) {

  /** To be called inside the transaction that keeps what is told. */
  void tell(PaymentEvent event) {
    Posting.of(event).ifPresent(ledger::post);
    switch (event) {
      case PaymentEvent.Succeeded(var payment) ->
          announce(DomainEvent.Type.PAYMENT_SUCCEEDED, payment);
      case PaymentEvent.Declined(var payment) ->
          announce(DomainEvent.Type.PAYMENT_DECLINED, payment);
      case PaymentEvent.Refunded(var refund) -> {
        var payment = payments.find(refund.order().payment()).orElseThrow();
        announce.that(
            DomainEvent.Type.PAYMENT_REFUNDED,
            payment.order().payer().value(),
            PaymentFacts.of(payment, refund));
      }
    }
  }

  private void announce(DomainEvent.Type type, Payment payment) {
    announce.that(type, payment.order().payer().value(), PaymentFacts.of(payment));
  }
}
