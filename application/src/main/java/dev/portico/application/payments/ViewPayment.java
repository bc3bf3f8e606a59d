package dev.portico.application.payments;

import dev.portico.application.payments.port.Payments;
import dev.portico.domain.payments.Payment;
import dev.portico.domain.payments.PaymentId;
import dev.portico.domain.users.UserId;

/** Shows a payment to whoever made it, and to administrators. */
public final class ViewPayment {

  private final Payments payments;

  public ViewPayment(Payments payments) {
    this.payments = payments;
  }

  /**
   * Which payment, and who asks.
   *
   * @param admin whether that is an administrator, who may see each one
   */
  public record Command(PaymentId id, UserId asker, boolean admin) {

    private boolean mayBeShown(Payment payment) {
      return admin || payment.order().payer().equals(asker);
    }
  }

  /** What came of it. */
  public sealed interface Outcome {

    record Found(Payment payment) implements Outcome {}

    /** There is none, or it is somebody else's: which of the two is nobody's business. */
    record NotFound() implements Outcome {}
  }

  public Outcome handle(Command command) {
    return payments
        .find(command.id())
        .filter(command::mayBeShown)
        .<Outcome>map(Outcome.Found::new)
        .orElseGet(Outcome.NotFound::new);
  }
}
