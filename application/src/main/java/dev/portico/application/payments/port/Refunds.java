package dev.portico.application.payments.port;

import dev.portico.domain.payments.PaymentId;
import dev.portico.domain.payments.Refund;
import dev.portico.domain.payments.RefundId;
import dev.portico.domain.payments.RefundRequest;
import dev.portico.domain.shared.Money;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import java.util.Optional;

/** All refunds there are. */
public interface Refunds {

  /** What came of {@link #add}. */
  sealed interface Adding {

    record Added(Refund.Pending refund) implements Adding {}

    /** More than was left of the payment, which is this; empty for nothing. */
    record TooMuch(Optional<Money> left) implements Adding {}

    /** The payment did not succeed, or there is none. */
    record NotPaid() implements Adding {}
  }

  /**
   * Adds a refund, if so much is left of its payment, and counts it in there.
   *
   * <p>Promise: part of the running transaction; outside of one it is durable when this returns.
   * Where it is not added, nothing is changed. An id that is there already is a mistake of the
   * caller and throws.
   *
   * <p>Concurrency: of any number at once for one payment, over all nodes, those are added that are
   * not more than it together; a refund waits for one that came before it, until its commit.
   */
  Adding add(RefundRequest request);

  /** The refund of this id; empty where there is none. */
  Optional<Refund> find(RefundId id);

  /**
   * Puts what became of a refund in its place; one that was declined is the payment's again.
   *
   * <p>Promise: {@code true} if the refund of this id was pending, or was under way and the next
   * has ended, and is now the next; {@code false}, and nothing changed, if it had succeeded or was
   * declined, or there is none.
   *
   * <p>Concurrency: of any number at once that settle one refund, one succeeds.
   */
  boolean replacePending(Refund next);

  /** A page of one payment's refunds, newest first, as {@link Payments#listOf} pages. */
  Page<Refund, Refund.Position> listOf(PaymentId payment, PageRequest<Refund.Position> request);
}
