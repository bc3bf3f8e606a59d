package dev.portico.application.payments;

import dev.portico.application.items.port.Items;
import dev.portico.application.payments.port.Payments;
import dev.portico.application.shared.Answer;
import dev.portico.application.shared.RequestKey;
import dev.portico.application.shared.RunOnce;
import dev.portico.application.shared.Unavailable;
import dev.portico.application.shared.port.IdGenerator;
import dev.portico.application.shared.port.TaskQueue;
import dev.portico.application.shared.port.Transactions;
import dev.portico.domain.items.ItemId;
import dev.portico.domain.payments.Payment;
import dev.portico.domain.payments.PaymentDescription;
import dev.portico.domain.payments.PaymentId;
import dev.portico.domain.payments.PaymentMethod;
import dev.portico.domain.payments.PaymentOrder;
import dev.portico.domain.shared.Money;
import dev.portico.domain.shared.Task;
import dev.portico.domain.users.UserId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Takes money from a user, once.
 *
 * <p>The pending payment, the request's key and the task that settles the payment if need be are
 * one transaction. The gateway is asked after its commit, and only by whoever added the payment: a
 * repetition of the request finds the payment by the key and is told what became of it.
 */
public final class MakePayment {

  /**
   * When to look after a payment that is pending still. Longer than the gateway may take, so that
   * it is not asked twice at the same time.
   */
  public static final Duration PATIENCE = Duration.ofSeconds(30);

  /** No client sees it; what a repetition is answered is read from the payment. */
  private static final int ACCEPTED = 202;

  private final Payments payments;
  private final Items items;
  private final TaskQueue tasks;
  private final Transactions transactions;
  private final RunOnce runOnce;
  private final Settlement settlement;
  private final IdGenerator ids;
  private final InstantSource time;

  public MakePayment(
      Payments payments,
      Items items,
      Settlement settlement,
      TaskQueue tasks,
      Transactions transactions,
      RunOnce runOnce,
      IdGenerator ids,
      InstantSource time) {
    this.payments = payments;
    this.items = items;
    this.tasks = tasks;
    this.transactions = transactions;
    this.runOnce = runOnce;
    this.settlement = settlement;
    this.ids = ids;
    this.time = time;
  }

  /**
   * What is to be paid.
   *
   * @param item what it is paid for, if it is an item
   * @param request the request's key, if its sender gave it one
   */
  public record Command(
      UserId payer,
      Money amount,
      Optional<ItemId> item,
      Optional<PaymentDescription> description,
      Optional<PaymentMethod> method,
      Optional<RequestKey> request) {}

  /** What came of it; {@code repeated} where that was found out by an earlier request. */
  public sealed interface Outcome {

    record Paid(Payment.Succeeded payment, boolean repeated) implements Outcome {}

    record Declined(Payment.Declined payment, boolean repeated) implements Outcome {}

    /** The gateway gave no answer; the payment will be settled without another request. */
    record InDoubt(Payment.Pending payment, boolean repeated) implements Outcome {}

    /** There is no such item, or none that is shown; nothing was kept. */
    record UnknownItem() implements Outcome {}

    /** The key was used for a request with other content. */
    record KeyReused() implements Outcome {}

    /** The first request under this key has not ended yet. */
    record StillRunning() implements Outcome {}
  }

  public Outcome handle(Command command) {
    var pending =
        Payment.ordered(
            new PaymentOrder(
                new PaymentId(ids.next()),
                command.payer(),
                command.amount(),
                command.item(),
                command.description(),
                command.method(),
                time.instant()));
    try {
      if (command.request().isPresent()) {
        return addOnce(pending, command.request().get());
      }
      transactions.inTransaction(() -> add(pending));
    } catch (NoSuchItem refused) {
      return new Outcome.UnknownItem();
    }
    return ask(pending);
  }

  private Outcome addOnce(Payment.Pending pending, RequestKey request) {
    var once = new RunOnce.Command(request.key(), request.fingerprint(), () -> add(pending));
    return switch (runOnce.handle(once)) {
      case RunOnce.Outcome.Answered(var answer, var repeated) ->
          repeated ? repetitionOf(answer) : ask(pending);
      case RunOnce.Outcome.KeyReused() -> new Outcome.KeyReused();
      case RunOnce.Outcome.StillRunning() -> new Outcome.StillRunning();
    };
  }

  /** Runs inside the transaction; the payment's id is what is kept under the key. */
  private Answer add(Payment.Pending pending) {
    // Here and not before, so that a repetition is answered though the item is gone by now.
    pending.order().item().ifPresent(this::demand);
    var id = pending.order().id().toString();
    payments.add(pending);
    tasks.add(
        Task.fresh(ids.next(), SettlePayment.TASK, id, pending.order().createdAt().plus(PATIENCE)));
    return new Answer(ACCEPTED, Optional.empty(), id);
  }

  private void demand(ItemId item) {
    if (items.find(item).isEmpty()) {
      throw new NoSuchItem();
    }
  }

  /** Undoes the transaction, so that the key is free again. */
  private static final class NoSuchItem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchItem() {
      super("no such item", null, false, false);
    }
  }

  private Outcome ask(Payment.Pending pending) {
    try {
      return outcome(settlement.of(pending), false);
    } catch (Unavailable nobodyKnows) {
      return outcome(doubted(pending), false);
    }
  }

  /** Notes the doubt, where that can be noted; the task comes back to the payment either way. */
  private Payment doubted(Payment.Pending pending) {
    var doubted = pending.doubted();
    try {
      return payments.replacePending(doubted)
          ? doubted
          : payments.find(pending.order().id()).orElseThrow();
    } catch (Unavailable storeAway) {
      return doubted;
    }
  }

  private Outcome repetitionOf(Answer kept) {
    return outcome(payments.find(PaymentId.parse(kept.body()).orThrow()).orElseThrow(), true);
  }

  private static Outcome outcome(Payment payment, boolean repeated) {
    return switch (payment) {
      case Payment.Succeeded succeeded -> new Outcome.Paid(succeeded, repeated);
      case Payment.Declined declined -> new Outcome.Declined(declined, repeated);
      case Payment.Pending pending ->
          pending.inDoubt() ? new Outcome.InDoubt(pending, repeated) : new Outcome.StillRunning();
    };
  }
}
