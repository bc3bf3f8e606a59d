package dev.portico.web;

import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.WebWorld;

/** Repeated payments, over fakes. */
class PaymentRepetitionApiTest extends PaymentRepetitionApiSuite {

  @Override
  protected ServiceUnderTest service() {
    return WebWorld.shared();
  }
}
