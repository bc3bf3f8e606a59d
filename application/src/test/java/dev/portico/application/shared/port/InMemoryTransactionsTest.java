package dev.portico.application.shared.port;

import dev.portico.application.users.port.InMemoryUsers;
import dev.portico.application.users.port.Users;

class InMemoryTransactionsTest extends TransactionsContract {

  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final Users users = new InMemoryUsers(transactions);

  @Override
  protected Transactions transactions() {
    return transactions;
  }

  @Override
  protected Users users() {
    return users;
  }
}
