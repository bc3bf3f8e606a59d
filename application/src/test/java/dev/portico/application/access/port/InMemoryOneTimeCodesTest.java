package dev.portico.application.access.port;

import dev.portico.application.shared.port.InMemoryTransactions;
import dev.portico.application.shared.port.Transactions;
import dev.portico.application.users.port.InMemoryUsers;
import dev.portico.domain.users.PasswordHash;
import dev.portico.domain.users.User;

class InMemoryOneTimeCodesTest extends OneTimeCodesContract {

  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final InMemoryUsers users = new InMemoryUsers(transactions);
  private final InMemoryOneTimeCodes codes = new InMemoryOneTimeCodes(transactions, users);

  @Override
  protected OneTimeCodes codes() {
    return codes;
  }

  @Override
  protected Transactions transactions() {
    return transactions;
  }

  @Override
  protected void add(User user) {
    var _ = users.addIfFree(user, new PasswordHash("x"));
  }
}
