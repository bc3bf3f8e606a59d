package dev.portico.domain.payments;

import dev.portico.domain.shared.Money;
import java.util.Optional;

/** Whether so much of a payment can be given back. */
public sealed interface RefundRuling {

  /**
   * It can.
   *
   * @param payment as it is with the refund counted in
   */
  record Granted(Refund.Pending refund, Payment.Succeeded payment) implements RefundRuling {}

  /**
   * It would be more than was paid, together with what was given back before.
   *
   * @param left what could be given back; empty if that is nothing
   */
  record TooMuch(Optional<Money> left) implements RefundRuling {}
}
