package dev.portico.bootstrap;

import dev.portico.web.RegistrationApiSuite;
import dev.portico.web.shared.ServiceUnderTest;

/** Registering, on the whole system. */
class RegistrationSystemTest extends RegistrationApiSuite {

  @Override
  protected ServiceUnderTest service() {
    return PorticoOnTestDatabase.shared();
  }
}
