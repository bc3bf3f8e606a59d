package dev.portico.bootstrap;

import dev.portico.web.PathApiSuite;
import dev.portico.web.shared.ServiceUnderTest;

/** Paths, on the whole system. */
class PathSystemTest extends PathApiSuite {

  @Override
  protected ServiceUnderTest service() {
    return PorticoOnTestDatabase.shared();
  }
}
