package dev.portico.bootstrap;

import dev.portico.web.CookieApiSuite;
import dev.portico.web.shared.ServiceUnderTest;

/** Cookies, on the whole system. */
class CookieSystemTest extends CookieApiSuite {

  @Override
  protected ServiceUnderTest service() {
    return PorticoOnTestDatabase.shared();
  }
}
