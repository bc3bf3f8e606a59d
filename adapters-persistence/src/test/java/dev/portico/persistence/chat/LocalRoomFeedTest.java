package dev.portico.persistence.chat;

import dev.portico.application.chat.port.RoomFeed;
import dev.portico.application.chat.port.RoomFeedContract;

class LocalRoomFeedTest extends RoomFeedContract {

  private final RoomFeed feed = new LocalRoomFeed();

  @Override
  protected RoomFeed feed() {
    return feed;
  }
}
