package dev.portico.application.access.port;

import dev.portico.application.shared.port.InMemoryTransactions;

class InMemoryLoginAttemptsTest extends LoginAttemptsContract {

  private final LoginAttempts attempts = new InMemoryLoginAttempts(new InMemoryTransactions());

  @Override
  protected LoginAttempts attempts() {
    return attempts;
  }
}
