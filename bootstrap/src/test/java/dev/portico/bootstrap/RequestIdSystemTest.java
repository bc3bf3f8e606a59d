package dev.portico.bootstrap;

import dev.portico.web.RequestIdApiSuite;
import dev.portico.web.shared.ServiceUnderTest;

/** The names of requests, on the whole system. */
class RequestIdSystemTest extends RequestIdApiSuite {

  @Override
  protected ServiceUnderTest service() {
    return PorticoOnTestDatabase.shared();
  }
}
