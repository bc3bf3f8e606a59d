package dev.portico.application.chat.port;

class InMemoryRoomFeedTest extends RoomFeedContract {

  private final RoomFeed feed = new InMemoryRoomFeed();

  @Override
  protected RoomFeed feed() {
    return feed;
  }
}
