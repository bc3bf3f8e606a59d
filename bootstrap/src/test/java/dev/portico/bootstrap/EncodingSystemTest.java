package dev.portico.bootstrap;

import dev.portico.web.EncodingApiSuite;
import dev.portico.web.shared.ServiceUnderTest;

/** Encodings, on the whole system. */
class EncodingSystemTest extends EncodingApiSuite {

  @Override
  protected ServiceUnderTest service() {
    return PorticoOnTestDatabase.shared();
  }
}
