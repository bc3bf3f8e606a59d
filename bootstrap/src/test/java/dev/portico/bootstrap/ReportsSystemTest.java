package dev.portico.bootstrap;

import dev.portico.web.ReportsApiSuite;
import dev.portico.web.shared.ServiceUnderTest;

/** Reports, on the whole system. */
class ReportsSystemTest extends ReportsApiSuite {

  @Override
  protected ServiceUnderTest service() {
    return PorticoOnTestDatabase.shared();
  }
}
