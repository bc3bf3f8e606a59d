package dev.portico.application.payments.port;

import dev.portico.application.shared.port.InMemoryTransactions;
import dev.portico.application.shared.port.Transactions;

class InMemoryRefundsTest extends RefundsContract {

  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final InMemoryPayments payments = new InMemoryPayments(transactions);
  private final InMemoryRefunds refunds = new InMemoryRefunds(transactions, payments);

  @Override
  protected Refunds refunds() {
    return refunds;
  }

  @Override
  protected Payments payments() {
    return payments;
  }

  @Override
  protected Transactions transactions() {
    return transactions;
  }
}
