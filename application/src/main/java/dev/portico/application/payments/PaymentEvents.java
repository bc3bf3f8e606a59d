package dev.portico.application.payments;

import dev.portico.application.payments.port.Ledger;
import dev.portico.domain.payments.PaymentEvent;
import dev.portico.domain.payments.Posting;

/**
 * Where it is known, inside the transaction that makes it so, that a payment succeeded, was
 * declined or was given back. Each is told once. Whatever has to happen exactly if that did, stands
 * here.
 */
public record PaymentEvents(Ledger ledger) {

  /** To be called inside the transaction that keeps what is told. */
  void tell(PaymentEvent event) {
    Posting.of(event).ifPresent(ledger::post);
  }
}
