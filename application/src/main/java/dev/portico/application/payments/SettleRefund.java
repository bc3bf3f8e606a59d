package dev.portico.application.payments;

import dev.portico.application.payments.port.Refunds;
import dev.portico.domain.payments.Refund;
import dev.portico.domain.payments.RefundId;

/** Finds out what became of a refund that was left pending, by a lost answer or by a crash. */
public final class SettleRefund {

  /** The kind of the task that asks for this; its payload is the refund's id. */
  public static final String TASK = "settle-refund";

  private final Refunds refunds;
  private final RefundSettlement settlement;

  public SettleRefund(Refunds refunds, RefundSettlement settlement) {
    this.refunds = refunds;
    this.settlement = settlement;
  }

  /** Which refund. */
  public record Command(RefundId id) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Settled(Refund refund) implements Outcome {}

    /** It was settled before, as nearly all are, or there is no such refund. */
    record NothingToSettle() implements Outcome {}
  }

  /**
   * Settles it.
   *
   * @throws dev.portico.application.shared.Unavailable if still nobody knows; to be tried again
   */
  public Outcome handle(Command command) {
    return refunds.find(command.id()).orElse(null) instanceof Refund.Pending pending
        ? new Outcome.Settled(settlement.of(pending))
        : new Outcome.NothingToSettle();
  }
}
