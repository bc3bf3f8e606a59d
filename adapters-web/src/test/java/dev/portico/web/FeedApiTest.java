package dev.portico.web;

import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.WebWorld;

/** Data from outside, over fakes. */
class FeedApiTest extends FeedApiSuite {

  @Override
  protected ServiceUnderTest service() {
    return WebWorld.shared();
  }
}
