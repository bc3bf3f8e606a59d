package dev.portico.web;

import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.WebWorld;

/** Registering, over fakes. */
class RegistrationApiTest extends RegistrationApiSuite {

  @Override
  protected ServiceUnderTest service() {
    return WebWorld.shared();
  }
}
