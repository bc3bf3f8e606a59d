package dev.portico.bootstrap;

import dev.portico.web.ChatDoorApiSuite;
import dev.portico.web.shared.ServiceUnderTest;

/** The door to the chat, on the whole system. */
class ChatDoorSystemTest extends ChatDoorApiSuite {

  @Override
  protected ServiceUnderTest service() {
    return PorticoOnTestDatabase.shared();
  }

  @Override
  protected String ownOrigin() {
    return PorticoOnTestDatabase.PUBLIC_URL;
  }
}
