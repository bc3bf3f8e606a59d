package dev.portico.application.users.port;

import dev.portico.application.shared.port.InMemoryTransactions;

class InMemoryUsersTest extends UsersContract {

  private final Users users = new InMemoryUsers(new InMemoryTransactions());

  @Override
  protected Users users() {
    return users;
  }
}
