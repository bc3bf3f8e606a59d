package dev.portico.domain.payments;

import java.time.Instant;

/**
 * A payment given back, or a part of it.
 *
 * <p>It begins pending, and from then on its amount counts as given back, so that no other refund
 * can have it too. The gateway's answer makes it succeeded or declined, and there it ends; what was
 * declined is the payment's again. Where the gateway gave no answer, the refund is in doubt, still
 * pending, and the gateway is asked again under the same id. Where the gateway has taken it on and
 * does not know its end, since banks take days, the refund is under way, and the gateway is asked
 * now and then what became of it.
 */
public sealed interface Refund {

  RefundOrder order();

  /** A refund that has just been ordered. */
  static Pending ordered(RefundOrder order) {
    return new Pending(order, false);
  }

  /**
   * Not known yet what became of it.
   *
   * @param inDoubt whether the gateway was asked and gave no answer
   */
  record Pending(RefundOrder order, boolean inDoubt) implements Refund {

    /** The gateway was asked and gave no answer. */
    public Pending doubted() {
      return new Pending(order, true);
    }

    /** The gateway has taken it on, by its own reference, and will know its end later. */
    public UnderWay underWay(String reference) {
      return new UnderWay(order, reference);
    }

    /** The money was given back; the gateway calls that by its own reference. */
    public Succeeded succeeded(String reference, Instant at) {
      return new Succeeded(order, reference, at);
    }

    /** The money was not given back and will not be; the reason is a clause for people. */
    public Declined declined(String reason, Instant at) {
      return new Declined(order, reason, at);
    }
  }

  /** The gateway has it, by this reference of its own, and does not know its end yet. */
  record UnderWay(RefundOrder order, String reference) implements Refund {

    /** The money was given back. */
    public Succeeded succeeded(Instant at) {
      return new Succeeded(order, reference, at);
    }

    /** The money was not given back and will not be; the reason is a clause for people. */
    public Declined declined(String reason, Instant at) {
      return new Declined(order, reason, at);
    }
  }

  /** The money was given back, once. */
  record Succeeded(RefundOrder order, String reference, Instant settledAt) implements Refund {}

  /** No money was given back. */
  record Declined(RefundOrder order, String reason, Instant settledAt) implements Refund {}

  /** Where the refund stands in the list of its payment's, newest first. */
  default Position position() {
    return new Position(order().createdAt(), order().id());
  }

  /** A place in a list of refunds; the id decides between two of the same instant. */
  record Position(Instant createdAt, RefundId id) {}
}
