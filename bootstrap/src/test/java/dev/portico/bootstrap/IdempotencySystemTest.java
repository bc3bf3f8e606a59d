package dev.portico.bootstrap;

import dev.portico.web.IdempotencyApiSuite;
import dev.portico.web.shared.ServiceUnderTest;

/** Idempotency keys, on the whole system. */
class IdempotencySystemTest extends IdempotencyApiSuite {

  @Override
  protected ServiceUnderTest service() {
    return PorticoOnTestDatabase.shared();
  }
}
