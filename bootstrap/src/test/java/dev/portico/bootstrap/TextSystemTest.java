package dev.portico.bootstrap;

import dev.portico.web.TextApiSuite;
import dev.portico.web.shared.ServiceUnderTest;

/** Odd characters and members, on the whole system. */
class TextSystemTest extends TextApiSuite {

  @Override
  protected ServiceUnderTest service() {
    return PorticoOnTestDatabase.shared();
  }
}
