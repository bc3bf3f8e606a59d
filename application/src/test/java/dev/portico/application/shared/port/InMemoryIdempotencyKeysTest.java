package dev.portico.application.shared.port;

class InMemoryIdempotencyKeysTest extends IdempotencyKeysContract {

  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final IdempotencyKeys keys = new InMemoryIdempotencyKeys(transactions);

  @Override
  protected IdempotencyKeys keys() {
    return keys;
  }

  @Override
  protected Transactions transactions() {
    return transactions;
  }
}
