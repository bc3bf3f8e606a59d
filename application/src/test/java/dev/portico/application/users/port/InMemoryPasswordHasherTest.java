package dev.portico.application.users.port;

import dev.portico.domain.users.Password;
import dev.portico.domain.users.PasswordHash;

class InMemoryPasswordHasherTest extends PasswordHasherContract {

  private final InMemoryPasswordHasher hasher = new InMemoryPasswordHasher();

  @Override
  protected PasswordHasher hasher() {
    return hasher;
  }

  @Override
  protected PasswordHash outdatedHash(Password password) {
    return hasher.outdatedHash(password);
  }
}
