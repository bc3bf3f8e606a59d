package dev.portico.bootstrap;

import dev.portico.web.CountersApiSuite;
import dev.portico.web.shared.ServiceUnderTest;

/** Counters, on the whole system. */
class CountersSystemTest extends CountersApiSuite {

  @Override
  protected ServiceUnderTest service() {
    return PorticoOnTestDatabase.shared();
  }
}
