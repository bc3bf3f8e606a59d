package dev.portico.bootstrap;

import dev.portico.web.SignInApiSuite;
import dev.portico.web.shared.ServiceUnderTest;

/** Signing in, on the whole system. */
class SignInSystemTest extends SignInApiSuite {

  @Override
  protected ServiceUnderTest service() {
    return PorticoOnTestDatabase.shared();
  }
}
