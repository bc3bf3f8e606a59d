package dev.portico.bootstrap;

import dev.portico.web.AddressApiSuite;
import dev.portico.web.shared.ServiceUnderTest;

/** Addresses, on the whole system. */
class AddressSystemTest extends AddressApiSuite {

  @Override
  protected ServiceUnderTest service() {
    return PorticoOnTestDatabase.shared();
  }
}
