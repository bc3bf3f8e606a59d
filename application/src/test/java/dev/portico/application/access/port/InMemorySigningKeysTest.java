package dev.portico.application.access.port;

import dev.portico.application.shared.port.InMemoryTransactions;

class InMemorySigningKeysTest extends SigningKeysContract {

  private final SigningKeys keys = new InMemorySigningKeys(new InMemoryTransactions());

  @Override
  protected SigningKeys keys() {
    return keys;
  }
}
