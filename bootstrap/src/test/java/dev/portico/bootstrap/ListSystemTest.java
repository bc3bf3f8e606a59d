package dev.portico.bootstrap;

import dev.portico.web.ListApiSuite;
import dev.portico.web.shared.ServiceUnderTest;

/** Lists, on the whole system. */
class ListSystemTest extends ListApiSuite {

  @Override
  protected ServiceUnderTest service() {
    return PorticoOnTestDatabase.shared();
  }
}
