package dev.portico.application.chat.port;

import dev.portico.application.shared.Unavailable;
import dev.portico.domain.chat.ChatMessage;
import dev.portico.domain.chat.RoomName;
import java.util.ArrayList;
import java.util.List;

/** Rooms in memory. A message has been heard by everyone when publishing it returns. */
public final class InMemoryRoomFeed implements RoomFeed {

  /** One place; no other equals it, even of the same listener. */
  private static final class Place {

    private final RoomName room;
    private final Listener listener;

    Place(RoomName room, Listener listener) {
      this.room = room;
      this.listener = listener;
    }
  }

  private final List<Place> places = new ArrayList<>();
  private volatile boolean away;

  /** Carries nothing any more, or again. */
  public void setAway(boolean value) {
    away = value;
  }

  @Override
  public synchronized Subscription subscribe(RoomName room, Listener listener) {
    var place = new Place(room, listener);
    places.add(place);
    return () -> leave(place);
  }

  private synchronized void leave(Place place) {
    places.remove(place);
  }

  @Override
  public synchronized void publish(ChatMessage message) {
    if (away) {
      throw new Unavailable("the feed is away");
    }
    for (var place : List.copyOf(places)) {
      if (place.room.equals(message.room())) {
        try {
          place.listener.hear(message);
        } catch (RuntimeException itsOwnLoss) {
          // The others hear it all the same.
        }
      }
    }
  }
}
