package dev.portico.bootstrap;

import dev.portico.web.ItemsApiSuite;
import dev.portico.web.shared.ServiceUnderTest;

/** Items, on the whole system. */
class ItemsSystemTest extends ItemsApiSuite {

  @Override
  protected ServiceUnderTest service() {
    return PorticoOnTestDatabase.shared();
  }
}
