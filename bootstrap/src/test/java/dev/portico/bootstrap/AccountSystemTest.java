package dev.portico.bootstrap;

import dev.portico.web.AccountApiSuite;
import dev.portico.web.shared.ServiceUnderTest;

/** The main job, on the whole system. */
class AccountSystemTest extends AccountApiSuite {

  @Override
  protected ServiceUnderTest service() {
    return PorticoOnTestDatabase.shared();
  }
}
