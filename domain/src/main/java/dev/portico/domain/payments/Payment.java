package dev.portico.domain.payments;

import dev.portico.domain.shared.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * A payment.
 *
 * <p>It begins pending, and is kept so before anyone is asked for money. The gateway's answer makes
 * it succeeded or declined, and there it ends. Where the gateway gave no answer, nobody knows
 * whether money was taken: the payment is then in doubt, still pending, and the gateway is asked
 * again under the same id until it says what became of it. Only a pending payment can be settled,
 * which is why the steps are methods of {@link Pending} alone; and only one that succeeded can be
 * given back, in one {@link Refund} or several, and never more of it than was paid.
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
      return new Succeeded(order, reference, at, Optional.empty());
    }

    /** The money was not taken and will not be; the reason is a clause for people. */
    public Declined declined(String reason, Instant at) {
      return new Declined(order, reason, at);
    }
  }

  /**
   * The money was taken, once.
   *
   * @param refunded how much of it was given back, pending refunds counted in; empty for nothing
   */
  record Succeeded(
      PaymentOrder order, String reference, Instant settledAt, Optional<Money> refunded)
      implements Payment {

    /** How much can be given back still; empty if that is nothing. */
    public Optional<Money> refundable() {
      return refunded.isEmpty()
          ? Optional.of(order.amount())
          : order.amount().minus(refunded.get());
    }

    /** What is to be said to somebody who wants money back. */
    public RefundRuling refund(RefundRequest request) {
      var left = refundable();
      var amount = request.amount().or(() -> left);
      return left.isPresent() && amount.get().isAtMost(left.get())
          ? granted(request, amount.get())
          : new RefundRuling.TooMuch(left);
    }

    private RefundRuling granted(RefundRequest request, Money amount) {
      var ordered = new RefundOrder(request.id(), order.id(), amount, request.by(), request.at());
      var sum = refunded.map(amount::plus).orElse(amount);
      return new RefundRuling.Granted(
          Refund.ordered(ordered), new Succeeded(order, reference, settledAt, Optional.of(sum)));
    }

    /** A refund that was counted in came to nothing. */
    public Succeeded without(Refund.Declined refund) {
      var rest = refunded.orElseThrow().minus(refund.order().amount());
      return new Succeeded(order, reference, settledAt, rest);
    }
  }

  /** No money was taken. */
  record Declined(PaymentOrder order, String reason, Instant settledAt) implements Payment {}

  /** Where the payment stands in the list of its payer's, newest first. */
  default Position position() {
    return new Position(order().createdAt(), order().id());
  }

  /** A place in a list of payments; the id decides between two of the same instant. */
  record Position(Instant createdAt, PaymentId id) {}
}
