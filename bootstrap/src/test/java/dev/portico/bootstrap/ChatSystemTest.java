package dev.portico.bootstrap;

import dev.portico.web.ChatApiSuite;
import dev.portico.web.shared.ServiceUnderTest;

/** The chat, on the whole system. */
class ChatSystemTest extends ChatApiSuite {

  @Override
  protected ServiceUnderTest service() {
    return PorticoOnTestDatabase.shared();
  }
}
