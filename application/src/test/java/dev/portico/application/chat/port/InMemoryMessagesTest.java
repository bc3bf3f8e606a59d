package dev.portico.application.chat.port;

import dev.portico.application.shared.port.InMemoryTransactions;
import dev.portico.application.shared.port.Transactions;
import dev.portico.application.users.port.InMemoryUsers;
import dev.portico.application.users.port.Users;
import dev.portico.domain.users.PasswordHash;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserId;

class InMemoryMessagesTest extends MessagesContract {

  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final InMemoryUsers users = new InMemoryUsers(transactions);
  private final Messages messages = new InMemoryMessages(transactions, users);

  @Override
  protected Messages messages() {
    return messages;
  }

  @Override
  protected Transactions transactions() {
    return transactions;
  }

  @Override
  protected void add(User user) {
    var _ = ((Users) users).addIfFree(user, new PasswordHash("hash"));
  }

  @Override
  protected void delete(UserId user) {
    var _ = users.remove(user);
  }
}
