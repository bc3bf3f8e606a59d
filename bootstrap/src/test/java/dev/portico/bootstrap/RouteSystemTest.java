package dev.portico.bootstrap;

import dev.portico.web.RouteApiSuite;
import dev.portico.web.shared.ServiceUnderTest;

/** Who may call which route, on the whole system. */
class RouteSystemTest extends RouteApiSuite {

  @Override
  protected ServiceUnderTest service() {
    return PorticoOnTestDatabase.shared();
  }
}
