package dev.portico.bootstrap;

import dev.portico.web.PaymentRepetitionApiSuite;
import dev.portico.web.shared.ServiceUnderTest;

/** Repeated payments, on the whole system. */
class PaymentRepetitionSystemTest extends PaymentRepetitionApiSuite {

  @Override
  protected ServiceUnderTest service() {
    return PorticoOnTestDatabase.shared();
  }
}
