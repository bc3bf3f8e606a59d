package dev.portico.application.shared.port;

class InMemoryCoalescerTest extends CoalescerContract {

  private final Coalescer coalescer = new InMemoryCoalescer();

  @Override
  protected Coalescer coalescer() {
    return coalescer;
  }
}
