package dev.portico.bootstrap;

import dev.portico.web.NotifyApiSuite;
import dev.portico.web.shared.ServiceUnderTest;

/** Asking for news, on the whole system. */
class NotifySystemTest extends NotifyApiSuite {

  @Override
  protected ServiceUnderTest service() {
    return PorticoOnTestDatabase.shared();
  }
}
