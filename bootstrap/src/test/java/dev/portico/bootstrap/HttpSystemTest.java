package dev.portico.bootstrap;

import dev.portico.web.HttpApiSuite;
import dev.portico.web.shared.ServiceUnderTest;

/** HTTP itself, on the whole system. */
class HttpSystemTest extends HttpApiSuite {

  @Override
  protected ServiceUnderTest service() {
    return PorticoOnTestDatabase.shared();
  }
}
