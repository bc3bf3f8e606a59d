package dev.portico.web.shared;

import java.util.concurrent.atomic.AtomicBoolean;

/** Knows whether the service is about to end, so that readiness can say so before it does. */
public final class Shutdown {

  private final AtomicBoolean begun = new AtomicBoolean();

  /** From now on the service is not ready, whatever else is well. */
  public void begin() {
    begun.set(true);
  }

  boolean hasBegun() {
    return begun.get();
  }
}
