package dev.portico.application.payments;

import dev.portico.application.payments.port.Refunds;
import dev.portico.domain.payments.Refund;
import dev.portico.domain.payments.RefundId;

/** Finds out what became of a refund that the gateway has taken on and had not ended. */
public final class FollowRefund {

  /** The kind of the task that asks for this; its payload is the refund's id. */
  public static final String TASK = "follow-refund";

  private final Refunds refunds;
  private final RefundSettlement settlement;

  public FollowRefund(Refunds refunds, RefundSettlement settlement) {
    this.refunds = refunds;
    this.settlement = settlement;
  }

  /** Which refund. */
  public record Command(RefundId id) {}

  /** What came of it. */
  public sealed interface Outcome {

    /** It has ended, or another look is owed. */
    record Followed(Refund refund) implements Outcome {}

    /** It is not under way, or there is no such refund. */
    record NothingToFollow() implements Outcome {}
  }

  /**
   * Looks what became of it.
   *
   * @throws dev.portico.application.shared.Unavailable if the gateway gives no answer; to be tried
   *     again
   */
  public Outcome handle(Command command) {
    return refunds.find(command.id()).orElse(null) instanceof Refund.UnderWay underWay
        ? new Outcome.Followed(settlement.of(underWay))
        : new Outcome.NothingToFollow();
  }
}
