package dev.portico.application.payments;

import dev.portico.application.payments.port.PaymentGateway;
import dev.portico.application.payments.port.Payments;
import dev.portico.application.shared.Announce;
import dev.portico.application.shared.port.Transactions;
import dev.portico.domain.payments.Payment;
import dev.portico.domain.payments.PaymentId;
import java.time.InstantSource;

/** Finds out what became of a payment that was left pending, by a lost answer or by a crash. */
public final class SettlePayment {

  /** The kind of the task that asks for this; its payload is the payment's id. */
  public static final String TASK = "settle-payment";

  private final Payments payments;
  private final Settlement settlement;

  public SettlePayment(
      Payments payments,
      PaymentGateway gateway,
      Transactions transactions,
      InstantSource time,
      Announce announce) {
    this.payments = payments;
    this.settlement = new Settlement(payments, gateway, transactions, time, announce);
  }

  /** Which payment. */
  public record Command(PaymentId id) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Settled(Payment payment) implements Outcome {}

    /** It was settled before, as nearly all are, or there is no such payment. */
    record NothingToSettle() implements Outcome {}
  }

  /**
   * Settles it.
   *
   * @throws dev.portico.application.shared.Unavailable if still nobody knows; to be tried again
   */
  public Outcome handle(Command command) {
    return payments.find(command.id()).orElse(null) instanceof Payment.Pending pending
        ? new Outcome.Settled(settlement.of(pending))
        : new Outcome.NothingToSettle();
  }
}
