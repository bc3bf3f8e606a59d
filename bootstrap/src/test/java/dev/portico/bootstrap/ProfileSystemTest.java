package dev.portico.bootstrap;

import dev.portico.web.ProfileApiSuite;
import dev.portico.web.shared.ServiceUnderTest;

/** What everyone may see, on the whole system. */
class ProfileSystemTest extends ProfileApiSuite {

  @Override
  protected ServiceUnderTest service() {
    return PorticoOnTestDatabase.shared();
  }
}
