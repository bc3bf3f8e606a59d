package dev.portico.bootstrap;

import dev.portico.web.FormApiSuite;
import dev.portico.web.shared.ServiceUnderTest;

/** Forms, on the whole system. */
class FormSystemTest extends FormApiSuite {

  @Override
  protected ServiceUnderTest service() {
    return PorticoOnTestDatabase.shared();
  }
}
