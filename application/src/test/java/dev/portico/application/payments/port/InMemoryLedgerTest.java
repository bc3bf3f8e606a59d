package dev.portico.application.payments.port;

import dev.portico.application.shared.port.InMemoryTransactions;
import dev.portico.application.shared.port.Transactions;

class InMemoryLedgerTest extends LedgerContract {

  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final InMemoryLedger ledger = new InMemoryLedger(transactions);

  @Override
  protected Ledger ledger() {
    return ledger;
  }

  @Override
  protected Transactions transactions() {
    return transactions;
  }
}
