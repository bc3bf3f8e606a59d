package dev.portico.bootstrap;

import dev.portico.web.JsonApiSuite;
import dev.portico.web.shared.ServiceUnderTest;

/** JSON bodies, on the whole system. */
class JsonSystemTest extends JsonApiSuite {

  @Override
  protected ServiceUnderTest service() {
    return PorticoOnTestDatabase.shared();
  }
}
