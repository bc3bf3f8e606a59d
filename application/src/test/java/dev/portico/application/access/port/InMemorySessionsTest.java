package dev.portico.application.access.port;

import dev.portico.application.shared.port.InMemoryTransactions;
import dev.portico.application.users.port.InMemoryUsers;
import dev.portico.domain.users.PasswordHash;
import dev.portico.domain.users.User;

class InMemorySessionsTest extends SessionsContract {

  @Override
  protected Sessions sessions(User first, User second) {
    var transactions = new InMemoryTransactions();
    var users = new InMemoryUsers(transactions);
    var _ = users.addIfFree(first, new PasswordHash("x"));
    var _ = users.addIfFree(second, new PasswordHash("x"));
    return new InMemorySessions(transactions, users);
  }
}
