package dev.portico.application.payments.port;

import dev.portico.domain.payments.Payment;
import dev.portico.domain.payments.PaymentId;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.UserId;
import java.util.Optional;

/** All payments there are. */
public interface Payments {

  /**
   * Adds a payment.
   *
   * <p>Promise: part of the running transaction; outside of one it is durable when this returns. An
   * id that is there already is a mistake of the caller and throws.
   */
  void add(Payment.Pending payment);

  /** The payment of this id, whoever made it; empty where there is none. */
  Optional<Payment> find(PaymentId id);

  /**
   * Puts what became of a pending payment in its place.
   *
   * <p>Promise: {@code true} if the payment of this id was pending and is now the next; {@code
   * false}, and nothing changed, if it had succeeded or was declined, or there is none.
   *
   * <p>Concurrency: of any number at once that succeed or decline one payment, one succeeds.
   */
  boolean replacePending(Payment next);

  /**
   * A page of one payer's payments, newest first, the greater id first among those of one instant.
   *
   * <p>Promise: following the pages from the first shows every payment that was there all the time
   * exactly once, whatever comes meanwhile. Costs the same for every page.
   */
  Page<Payment, Payment.Position> listOf(UserId payer, PageRequest<Payment.Position> request);
}
