package dev.portico.bootstrap;

import dev.portico.web.PaymentsApiSuite;
import dev.portico.web.shared.ServiceUnderTest;

/** Payments, on the whole system. */
class PaymentsSystemTest extends PaymentsApiSuite {

  @Override
  protected ServiceUnderTest service() {
    return PorticoOnTestDatabase.shared();
  }
}
