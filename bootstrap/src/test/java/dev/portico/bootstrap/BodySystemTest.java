package dev.portico.bootstrap;

import dev.portico.web.BodyApiSuite;
import dev.portico.web.shared.ServiceUnderTest;

/** Media types, encodings and sizes, on the whole system. */
class BodySystemTest extends BodyApiSuite {

  @Override
  protected ServiceUnderTest service() {
    return PorticoOnTestDatabase.shared();
  }
}
