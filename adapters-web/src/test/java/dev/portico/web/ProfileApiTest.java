package dev.portico.web;

import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.WebWorld;

/** What everyone may see, over fakes. */
class ProfileApiTest extends ProfileApiSuite {

  @Override
  protected ServiceUnderTest service() {
    return WebWorld.shared();
  }
}
