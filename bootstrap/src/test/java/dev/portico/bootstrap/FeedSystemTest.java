package dev.portico.bootstrap;

import dev.portico.web.FeedApiSuite;
import dev.portico.web.shared.ServiceUnderTest;

/** Data from outside, on the whole system. */
class FeedSystemTest extends FeedApiSuite {

  @Override
  protected ServiceUnderTest service() {
    return PorticoOnTestDatabase.shared();
  }
}
