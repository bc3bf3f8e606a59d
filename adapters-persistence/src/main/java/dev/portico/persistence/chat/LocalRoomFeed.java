package dev.portico.persistence.chat;

import dev.portico.application.chat.port.RoomFeed;
import dev.portico.domain.chat.ChatMessage;
import dev.portico.domain.chat.RoomName;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rooms of this process: nobody on another node hears what is said here.
 *
 * <p>Whoever speaks holds the room until all listeners have taken the message. That is what keeps
 * one order for all, and why a listener must not wait.
 */
final class LocalRoomFeed implements RoomFeed {

  private static final Logger LOG = LoggerFactory.getLogger(LocalRoomFeed.class);

  /** A room while somebody is in it. */
  private record Room(List<Place> places) {

    /** Only ever called with the room held. */
    void tell(ChatMessage message) {
      for (var place : places) {
        try {
          place.listener.hear(message);
        } catch (RuntimeException itsOwnLoss) {
          LOG.error("A listener failed", itsOwnLoss);
        }
      }
    }
  }

  /** One place; no other equals it, even of the same listener. */
  private static final class Place {

    private final Listener listener;

    Place(Listener listener) {
      this.listener = listener;
    }
  }

  private final Map<RoomName, Room> rooms = new ConcurrentHashMap<>();

  @Override
  public Subscription subscribe(RoomName name, Listener listener) {
    var place = new Place(listener);
    rooms.compute(
        name,
        (_, there) -> {
          var room = there == null ? new Room(new CopyOnWriteArrayList<>()) : there;
          room.places().add(place);
          return room;
        });
    return () -> leave(name, place);
  }

  private void leave(RoomName name, Place place) {
    var room = rooms.get(name);
    if (room == null) {
      return;
    }
    // Held, so that a message on its way to this place has been heard when this returns.
    synchronized (room) {
      rooms.computeIfPresent(
          name,
          (_, there) -> {
            there.places().remove(place);
            return there.places().isEmpty() ? null : there;
          });
    }
  }

  @Override
  public void publish(ChatMessage message) {
    var room = rooms.get(message.room());
    if (room != null) {
      synchronized (room) {
        room.tell(message);
      }
    }
  }
}
