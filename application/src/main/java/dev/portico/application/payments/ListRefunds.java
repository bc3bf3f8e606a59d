package dev.portico.application.payments;

import dev.portico.application.payments.port.Refunds;
import dev.portico.domain.payments.Refund;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;

/** Shows what was given back of a payment, newest first, a page at a time. */
public final class ListRefunds {

  private final ViewPayment viewPayment;
  private final Refunds refunds;

  public ListRefunds(ViewPayment viewPayment, Refunds refunds) {
    this.viewPayment = viewPayment;
    this.refunds = refunds;
  }

  /** Of which payment, who asks, and which page. */
  public record Command(ViewPayment.Command payment, PageRequest<Refund.Position> page) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Listed(Page<Refund, Refund.Position> page) implements Outcome {}

    /** There is no such payment, or none that the asker may see. */
    record NotFound() implements Outcome {}
  }

  public Outcome handle(Command command) {
    return switch (viewPayment.handle(command.payment())) {
      case ViewPayment.Outcome.NotFound() -> new Outcome.NotFound();
      case ViewPayment.Outcome.Found(var payment) ->
          new Outcome.Listed(refunds.listOf(payment.order().id(), command.page()));
    };
  }
}
