package dev.portico.application.payments;

import dev.portico.application.payments.port.Ledger;
import dev.portico.domain.payments.LedgerBalance;
import java.util.List;

/** Shows how much is on each account of the ledger. */
public final class ViewLedger {

  private final Ledger ledger;

  public ViewLedger(Ledger ledger) {
    this.ledger = ledger;
  }

  /** All of it. */
  public record Command() {}

  /** What came of it. */
  public sealed interface Outcome {

    record Balances(List<LedgerBalance> all) implements Outcome {}
  }

  public Outcome handle(Command command) {
    return new Outcome.Balances(ledger.balances());
  }
}
