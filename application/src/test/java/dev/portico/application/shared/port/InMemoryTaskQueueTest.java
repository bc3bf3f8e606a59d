package dev.portico.application.shared.port;

class InMemoryTaskQueueTest extends TaskQueueContract {

  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final TaskQueue queue = new InMemoryTaskQueue(transactions);

  @Override
  protected TaskQueue queue() {
    return queue;
  }

  @Override
  protected Transactions transactions() {
    return transactions;
  }
}
