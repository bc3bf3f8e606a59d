package dev.portico.application.chat.port;

import dev.portico.application.Fakes;

class InMemoryRoomFeedTest extends RoomFeedContract {

  private final Fakes fakes = new Fakes();

  @Override
  protected RoomFeed feed() {
    return fakes.roomFeed;
  }

  @Override
  protected Messages messages() {
    return fakes.messages;
  }
}
