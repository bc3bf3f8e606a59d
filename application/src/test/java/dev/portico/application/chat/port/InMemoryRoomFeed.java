package dev.portico.application.chat.port;

import dev.portico.domain.chat.KeptMessage;
import dev.portico.domain.chat.RoomName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Rooms in memory. A message has been heard by everyone when publishing it returns. */
public final class InMemoryRoomFeed implements RoomFeed {

  /** One place; no other equals it, even of the same listener. */
  private static final class Place {

    private final RoomName room;
    private final Listener listener;
    private long heard;

    Place(RoomName room, Listener listener, long heard) {
      this.room = room;
      this.listener = listener;
      this.heard = heard;
    }
  }

  private final Messages messages;
  private final List<Place> places = new ArrayList<>();

  public InMemoryRoomFeed(Messages messages) {
    this.messages = messages;
  }

  @Override
  public synchronized Subscription subscribe(RoomName room, Listener listener) {
    var place = new Place(room, listener, messages.lastIn(Set.of(room)).getOrDefault(room, 0L));
    places.add(place);
    return () -> leave(place);
  }

  private synchronized void leave(Place place) {
    places.remove(place);
  }

  @Override
  public synchronized void publish(KeptMessage message) {
    for (var place : List.copyOf(places)) {
      if (place.room.equals(message.message().room())) {
        messages
            .after(place.room, place.heard, Integer.MAX_VALUE)
            .forEach(kept -> tell(place, kept));
      }
    }
  }

  private void tell(Place place, KeptMessage kept) {
    place.heard = kept.number();
    if (!places.contains(place)) {
      return;
    }
    try {
      place.listener.hear(kept.message());
    } catch (RuntimeException itsOwnLoss) {
      // The others hear it all the same.
    }
  }
}
