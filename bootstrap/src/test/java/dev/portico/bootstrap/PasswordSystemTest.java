package dev.portico.bootstrap;

import dev.portico.web.PasswordApiSuite;
import dev.portico.web.shared.ServiceUnderTest;

/** Passwords, on the whole system. */
class PasswordSystemTest extends PasswordApiSuite {

  @Override
  protected ServiceUnderTest service() {
    return PorticoOnTestDatabase.shared();
  }
}
