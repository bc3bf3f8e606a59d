package dev.portico.application.shared.port;

class InMemoryOutboxTest extends OutboxContract {

  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final Outbox outbox = new InMemoryOutbox(transactions);

  @Override
  protected Outbox outbox() {
    return outbox;
  }

  @Override
  protected Transactions transactions() {
    return transactions;
  }
}
