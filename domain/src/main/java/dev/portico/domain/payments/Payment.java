package dev.portico.domain.payments;

import java.time.Instant;

/**
 * A payment.
 *
 * <p>It begins pending, and is kept so before anyone is asked for money. The gateway's answer makes
 * it succeeded or declined, and there it ends. Where the gateway gave no answer, nobody knows
 * whether money was taken: the payment is then in doubt, still pending, and the gateway is asked
 * again under the same id until it says what became of it. Only a pending payment can become
 * something else, which is why the steps are methods of {@link Pending} alone.
 */
public sealed interface Payment {

  PaymentOrder order();

  /** A payment that has just been ordered. */
  static Pending ordered(PaymentOrder order) {
    return new Pending(order, false);
  }

  /**
   * Not known yet what became of it.
   *
   * @param inDoubt whether the gateway was asked and gave no answer
   */
  record Pending(PaymentOrder order, boolean inDoubt) implements Payment {

    /** The gateway was asked and gave no answer. */
    public Pending doubted() {
      return new Pending(order, true);
    }

    /** The money was taken; the gateway calls that by its own reference. */
    public Succeeded succeeded(String reference, Instant at) {
      return new Succeeded(order, reference, at);
    }

    /** The money was not taken and will not be; the reason is a clause for people. */
    public Declined declined(String reason, Instant at) {
      return new Declined(order, reason, at);
    }
  }

  /** The money was taken, once. */
  record Succeeded(PaymentOrder order, String reference, Instant settledAt) implements Payment {}

  /** No money was taken. */
  record Declined(PaymentOrder order, String reason, Instant settledAt) implements Payment {}

  /** Where the payment stands in the list of its payer's, newest first. */
  default Position position() {
    return new Position(order().createdAt(), order().id());
  }

  /** A place in a list of payments; the id decides between two of the same instant. */
  record Position(Instant createdAt, PaymentId id) {}
}
