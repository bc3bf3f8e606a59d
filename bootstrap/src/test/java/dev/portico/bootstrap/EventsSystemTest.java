package dev.portico.bootstrap;

import dev.portico.web.EventsApiSuite;
import dev.portico.web.shared.ServiceUnderTest;

/** Events, on the whole system. */
class EventsSystemTest extends EventsApiSuite {

  @Override
  protected ServiceUnderTest service() {
    return PorticoOnTestDatabase.shared();
  }
}
