package dev.portico.bootstrap;

import dev.portico.testkit.Capability;
import dev.portico.testkit.Rung;
import dev.portico.web.shared.Depth;
import dev.portico.web.shared.ServiceUnderTest;

/** The whole system on PostgreSQL, over a socket. */
public final class PostgresDepth implements Depth {

  @Override
  public String name() {
    return "postgresql";
  }

  @Override
  public boolean offers(Capability capability) {
    return capability != Capability.RECEIVERS;
  }

  @Override
  public ServiceUnderTest open(String test, Rung rung) {
    return new PostgresWorld(WholePortico.shared(), test, rung);
  }
}
