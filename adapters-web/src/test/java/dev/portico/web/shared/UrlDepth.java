package dev.portico.web.shared;

import dev.portico.testkit.Capability;
import dev.portico.testkit.Rung;
import java.net.URI;

/** A service that someone else has started, seen from outside. */
final class UrlDepth implements Depth {

  /** Whether that service was started with {@code WEBHOOKS_ALLOW_PRIVATE}. */
  private static final String PRIVATE_WEBHOOKS = "portico.webhooks.private";

  private final URI base;

  UrlDepth(URI base) {
    this.base = base;
  }

  @Override
  public String name() {
    return "url";
  }

  @Override
  public boolean offers(Capability capability) {
    return capability == Capability.RECEIVERS && Boolean.getBoolean(PRIVATE_WEBHOOKS);
  }

  @Override
  public ServiceUnderTest open(String test, Rung rung) {
    return new UrlWorld(test, base);
  }
}
