package dev.portico.bootstrap;

import dev.portico.web.PaymentRecordApiSuite;
import dev.portico.web.shared.ServiceUnderTest;

/** Looking payments up, on the whole system. */
class PaymentRecordSystemTest extends PaymentRecordApiSuite {

  @Override
  protected ServiceUnderTest service() {
    return PorticoOnTestDatabase.shared();
  }
}
