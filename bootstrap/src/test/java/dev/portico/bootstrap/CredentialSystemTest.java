package dev.portico.bootstrap;

import dev.portico.web.CredentialApiSuite;
import dev.portico.web.shared.ServiceUnderTest;

/** Credentials, on the whole system. */
class CredentialSystemTest extends CredentialApiSuite {

  @Override
  protected ServiceUnderTest service() {
    return PorticoOnTestDatabase.shared();
  }
}
