package dev.portico.bootstrap;

import dev.portico.web.FieldApiSuite;
import dev.portico.web.shared.ServiceUnderTest;

/** The values of fields, on the whole system. */
class FieldSystemTest extends FieldApiSuite {

  @Override
  protected ServiceUnderTest service() {
    return PorticoOnTestDatabase.shared();
  }
}
