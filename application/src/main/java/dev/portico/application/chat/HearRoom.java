package dev.portico.application.chat;

import dev.portico.application.chat.port.RoomFeed;
import dev.portico.domain.chat.RoomName;

/** Listens to what is said in a room from now on; what was said before is not repeated. */
public final class HearRoom {

  private final RoomFeed feed;

  public HearRoom(RoomFeed feed) {
    this.feed = feed;
  }

  /** Who listens, and where. */
  public record Command(RoomName room, RoomFeed.Listener listener) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Hearing(RoomFeed.Subscription subscription) implements Outcome {}
  }

  public Outcome handle(Command command) {
    return new Outcome.Hearing(feed.subscribe(command.room(), command.listener()));
  }
}
