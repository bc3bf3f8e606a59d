package dev.portico.web;

import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.WebWorld;

/** The door to the chat, over fakes. */
class ChatDoorApiTest extends ChatDoorApiSuite {

  @Override
  protected ServiceUnderTest service() {
    return WebWorld.shared();
  }

  @Override
  protected String ownOrigin() {
    return "http://localhost:8000";
  }
}
