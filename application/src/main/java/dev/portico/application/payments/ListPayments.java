package dev.portico.application.payments;

import dev.portico.application.payments.port.Payments;
import dev.portico.domain.payments.Payment;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.UserId;

/** Shows somebody's own payments, newest first, a page at a time. */
public final class ListPayments {

  private final Payments payments;

  public ListPayments(Payments payments) {
    this.payments = payments;
  }

  /** Whose, and which page. */
  public record Command(UserId payer, PageRequest<Payment.Position> page) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Listed(Page<Payment, Payment.Position> page) implements Outcome {}
  }

  public Outcome handle(Command command) {
    return new Outcome.Listed(payments.listOf(command.payer(), command.page()));
  }
}
