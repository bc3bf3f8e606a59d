package dev.portico.web.shared;

import dev.portico.testkit.Capability;
import dev.portico.testkit.Rung;

/** In process, over fakes of the test's own. */
public final class FakeDepth implements Depth {

  @Override
  public String name() {
    return "fakes";
  }

  @Override
  public boolean offers(Capability capability) {
    return capability != Capability.RECEIVERS;
  }

  @Override
  public ServiceUnderTest open(String test, Rung rung) {
    return WebWorld.of(test);
  }
}
