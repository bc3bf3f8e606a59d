package dev.portico.application.users.port;

class InMemoryWeakPasswordsTest extends WeakPasswordsContract {

  @Override
  protected WeakPasswords weakPasswords() {
    return new InMemoryWeakPasswords();
  }
}
