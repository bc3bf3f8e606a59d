package dev.portico.persistence.chat;

import dev.portico.application.chat.port.Messages;
import dev.portico.application.chat.port.RoomFeed.Listener;
import dev.portico.domain.chat.KeptMessage;
import dev.portico.domain.chat.RoomName;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/* Messages are numbered without gaps in the order of their commits. So what is told next is known
 * beforehand: if it is the very message somebody brings, it is told as it is, which costs no query;
 * if a later one is brought, all between are read from the table first. A number that is behind
 * what was told is no news. Whether it came by the short way, by a notification, twice or not at
 * all makes no difference. */

/**
 * A room of this node while somebody listens there. Whoever brings news holds the room until all
 * listeners have taken it: that keeps one order for all, and is why a listener must not wait.
 */
final class Room {

  private static final Logger LOG = LoggerFactory.getLogger(Room.class);
  private static final int BATCH = 500;
  private static final long UNKNOWN = -1;

  /** One place; no other equals it, even of the same listener. */
  static final class Place {

    private final Listener listener;

    /** Nothing up to this number is told. */
    private long since = Long.MAX_VALUE;

    Place(Listener listener) {
      this.listener = listener;
    }
  }

  private final RoomName name;
  private final Messages messages;
  private final List<Place> places = new CopyOnWriteArrayList<>();
  private long told = UNKNOWN;
  private long latest;

  Room(RoomName name, Messages messages) {
    this.name = name;
    this.messages = messages;
  }

  /** Holds a place, from which nothing is heard before {@link #begin}. */
  void add(Place place) {
    places.add(place);
  }

  void remove(Place place) {
    places.remove(place);
  }

  boolean isEmpty() {
    return places.isEmpty();
  }

  /** The place hears what is behind this number, which was the last one after it was added. */
  synchronized void begin(Place place, long last) {
    if (told == UNKNOWN) {
      told = last;
    }
    place.since = Math.max(last, told);
    catchUp();
  }

  /** A message is kept. */
  synchronized void hear(KeptMessage kept) {
    latest = Math.max(latest, kept.number());
    if (told != UNKNOWN && kept.number() == told + 1) {
      tell(kept);
    }
    catchUp();
  }

  /**
   * The room was looked at, and this was the last number then.
   *
   * <p>It can be lower than what was told where somebody spoke meanwhile; but if another look finds
   * it so, the database has gone back to an earlier state, as an asynchronous standby may that took
   * over. Numbers go on from there, and are heard again.
   */
  synchronized void lookedAt(long last) {
    if (told > last && told > lastNow()) {
      LOG.warn("The numbers of a room went back, from {}", told);
      told = lastNow();
      latest = told;
    }
    hear(last);
  }

  private long lastNow() {
    return messages.lastIn(Set.of(name)).getOrDefault(name, 0L);
  }

  /** The messages up to this number are kept. */
  synchronized void hear(long number) {
    latest = Math.max(latest, number);
    catchUp();
  }

  /** Tells what is known to be there and was not told. */
  private void catchUp() {
    while (told != UNKNOWN && told < latest) {
      var missing = messages.after(name, told, BATCH);
      missing.forEach(this::tell);
      if (missing.isEmpty()) {
        // They were, and have gone with their author.
        told = latest;
      }
    }
  }

  private void tell(KeptMessage kept) {
    told = kept.number();
    for (var place : places) {
      if (place.since < told) {
        tell(place, kept);
      }
    }
  }

  private static void tell(Place place, KeptMessage kept) {
    try {
      place.listener.hear(kept.message());
    } catch (RuntimeException itsOwnLoss) {
      LOG.error("A listener failed", itsOwnLoss);
    }
  }
}
