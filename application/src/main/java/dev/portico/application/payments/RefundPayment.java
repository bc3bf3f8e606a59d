package dev.portico.application.payments;

import dev.portico.application.payments.port.Refunds;
import dev.portico.application.payments.port.Refunds.Adding;
import dev.portico.application.shared.Answer;
import dev.portico.application.shared.RequestKey;
import dev.portico.application.shared.RunOnce;
import dev.portico.application.shared.Unavailable;
import dev.portico.application.shared.port.IdGenerator;
import dev.portico.application.shared.port.TaskQueue;
import dev.portico.application.shared.port.Transactions;
import dev.portico.domain.payments.PaymentId;
import dev.portico.domain.payments.Refund;
import dev.portico.domain.payments.RefundId;
import dev.portico.domain.payments.RefundRequest;
import dev.portico.domain.shared.Money;
import dev.portico.domain.shared.Task;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Gives a payment back, or a part of it, once.
 *
 * <p>As {@link MakePayment} does it: the pending refund, the request's key and the task that
 * settles the refund if need be are one transaction, and the gateway is asked after its commit. The
 * refund's amount counts from that commit on, so that whatever is asked at once, no more is given
 * back than was paid.
 */
public final class RefundPayment {

  /** No client sees it; what a repetition is answered is read from the refund. */
  private static final int ACCEPTED = 202;

  private final ViewPayment viewPayment;
  private final Refunds refunds;
  private final RefundSettlement settlement;
  private final TaskQueue tasks;
  private final Transactions transactions;
  private final RunOnce runOnce;
  private final IdGenerator ids;
  private final InstantSource time;

  public RefundPayment(
      ViewPayment viewPayment,
      Refunds refunds,
      RefundSettlement settlement,
      TaskQueue tasks,
      Transactions transactions,
      RunOnce runOnce,
      IdGenerator ids,
      InstantSource time) {
    this.viewPayment = viewPayment;
    this.refunds = refunds;
    this.settlement = settlement;
    this.tasks = tasks;
    this.transactions = transactions;
    this.runOnce = runOnce;
    this.ids = ids;
    this.time = time;
  }

  /**
   * What is to be given back.
   *
   * @param payment which one, and who asks
   * @param amount in the payment's currency; empty for all that is left
   * @param request the request's key, if its sender gave it one
   */
  public record Command(
      ViewPayment.Command payment, Optional<Money> amount, Optional<RequestKey> request) {}

  /** What came of it; {@code repeated} where that was found out by an earlier request. */
  public sealed interface Outcome {

    record Refunded(Refund.Succeeded refund, boolean repeated) implements Outcome {}

    record Declined(Refund.Declined refund, boolean repeated) implements Outcome {}

    /** The gateway gave no answer; the refund will be settled without another request. */
    record InDoubt(Refund.Pending refund, boolean repeated) implements Outcome {}

    /** The gateway has taken it on and does not know its end yet. */
    record UnderWay(Refund.UnderWay refund, boolean repeated) implements Outcome {}

    /** There is no such payment, or none that the asker may give back. */
    record NotFound() implements Outcome {}

    /** The payment is pending or was declined. */
    record NotPaid() implements Outcome {}

    /** It would be more than is left of the payment; empty for nothing. */
    record TooMuch(Optional<Money> left) implements Outcome {}

    /** The key was used for a request with other content. */
    record KeyReused() implements Outcome {}

    /** The first request under this key has not ended yet. */
    record StillRunning() implements Outcome {}
  }

  public Outcome handle(Command command) {
    return switch (viewPayment.handle(command.payment())) {
      case ViewPayment.Outcome.NotFound() -> new Outcome.NotFound();
      case ViewPayment.Outcome.Found(var payment) -> refund(payment.order().id(), command);
    };
  }

  private Outcome refund(PaymentId payment, Command command) {
    var request =
        new RefundRequest(
            new RefundId(ids.next()),
            payment,
            command.amount(),
            command.payment().asker(),
            time.instant());
    try {
      return command
          .request()
          .map(key -> addOnce(request, key))
          .orElseGet(() -> ask(transactions.inTransaction(() -> add(request))));
    } catch (NotAdded refused) {
      return refused.outcome;
    }
  }

  private Outcome addOnce(RefundRequest request, RequestKey key) {
    var once =
        new RunOnce.Command(
            key.key(),
            key.fingerprint(),
            () -> new Answer(ACCEPTED, Optional.empty(), add(request).order().id().toString()));
    return switch (runOnce.handle(once)) {
      case RunOnce.Outcome.Answered(var answer, var repeated) -> {
        var refund = refunds.find(RefundId.parse(answer.body()).orThrow()).orElseThrow();
        yield !repeated && refund instanceof Refund.Pending pending
            ? ask(pending)
            : outcome(refund, repeated);
      }
      case RunOnce.Outcome.KeyReused() -> new Outcome.KeyReused();
      case RunOnce.Outcome.StillRunning() -> new Outcome.StillRunning();
    };
  }

  /** Runs inside the transaction. */
  private Refund.Pending add(RefundRequest request) {
    return switch (refunds.add(request)) {
      case Adding.Added(var refund) -> {
        var dueAt = request.at().plus(MakePayment.PATIENCE);
        tasks.add(Task.fresh(ids.next(), SettleRefund.TASK, request.id().toString(), dueAt));
        yield refund;
      }
      case Adding.TooMuch(var left) -> throw new NotAdded(new Outcome.TooMuch(left));
      case Adding.NotPaid() -> throw new NotAdded(new Outcome.NotPaid());
    };
  }

  /** Undoes the transaction, so that the key is free again. */
  private static final class NotAdded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Outcome outcome;

    NotAdded(Outcome outcome) {
      super("refused", null, false, false);
      this.outcome = outcome;
    }
  }

  private Outcome ask(Refund.Pending pending) {
    try {
      return outcome(settlement.of(pending), false);
    } catch (Unavailable nobodyKnows) {
      return outcome(doubted(pending), false);
    }
  }

  /** Notes the doubt, where that can be noted; the task comes back to the refund either way. */
  private Refund doubted(Refund.Pending pending) {
    var doubted = pending.doubted();
    try {
      return refunds.replacePending(doubted)
          ? doubted
          : refunds.find(pending.order().id()).orElseThrow();
    } catch (Unavailable storeAway) {
      return doubted;
    }
  }

  private static Outcome outcome(Refund refund, boolean repeated) {
    return switch (refund) {
      case Refund.Succeeded succeeded -> new Outcome.Refunded(succeeded, repeated);
      case Refund.Declined declined -> new Outcome.Declined(declined, repeated);
      case Refund.UnderWay underWay -> new Outcome.UnderWay(underWay, repeated);
      case Refund.Pending pending ->
          pending.inDoubt() ? new Outcome.InDoubt(pending, repeated) : new Outcome.StillRunning();
    };
  }
}
