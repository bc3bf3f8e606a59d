package dev.portico.persistence.shared;

import dev.portico.application.shared.port.Coalescer;
import dev.portico.application.shared.port.CoalescerContract;

class LocalCoalescerTest extends CoalescerContract {

  private final Coalescer coalescer = new LocalCoalescer();

  @Override
  protected Coalescer coalescer() {
    return coalescer;
  }
}
