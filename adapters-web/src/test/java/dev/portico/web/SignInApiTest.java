package dev.portico.web;

import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.WebWorld;

/** Signing in, over fakes. */
class SignInApiTest extends SignInApiSuite {

  @Override
  protected ServiceUnderTest service() {
    return WebWorld.shared();
  }
}
