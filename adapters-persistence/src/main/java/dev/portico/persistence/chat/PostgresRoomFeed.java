package dev.portico.persistence.chat;

import dev.portico.application.chat.port.Messages;
import dev.portico.application.chat.port.RoomFeed;
import dev.portico.application.shared.Unavailable;
import dev.portico.domain.chat.KeptMessage;
import dev.portico.domain.chat.RoomName;
import dev.portico.persistence.shared.Database;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The rooms of this node, told by whoever speaks here and, once started, by a {@link NewsLine} of
 * what is said elsewhere.
 */
final class PostgresRoomFeed implements RoomFeed, SmartLifecycle, NewsLine.Reader {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresRoomFeed.class);

  private final Messages messages;
  private final Database database;
  private final Map<RoomName, Room> rooms = new ConcurrentHashMap<>();
  private Optional<NewsLine> line = Optional.empty();

  /** Whether a room was not told of something that is known to be there. */
  private volatile boolean behind;

  PostgresRoomFeed(Messages messages, Database database) {
    this.messages = messages;
    this.database = database;
  }

  @Override
  public Subscription subscribe(RoomName name, Listener listener) {
    var place = new Room.Place(listener);
    // First the place, then the number: what is said meanwhile finds a room to be told of it.
    var room = roomWith(place, name);
    try {
      room.begin(place, lastIn(name));
    } catch (RuntimeException failure) {
      leave(name, place);
      throw failure;
    }
    return () -> leave(name, place);
  }

  private Room roomWith(Room.Place place, RoomName name) {
    return rooms.compute(
        name,
        (_, there) -> {
          var room = there == null ? new Room(name, messages) : there;
          room.add(place);
          return room;
        });
  }

  private long lastIn(RoomName name) {
    return messages.lastIn(Set.of(name)).getOrDefault(name, 0L);
  }

  private void leave(RoomName name, Room.Place place) {
    var room = rooms.get(name);
    if (room == null) {
      return;
    }
    // Held, so that a message on its way to this place has been heard when this returns.
    synchronized (room) {
      rooms.computeIfPresent(
          name,
          (_, there) -> {
            there.remove(place);
            return there.isEmpty() ? null : there;
          });
    }
  }

  @Override
  public void publish(KeptMessage kept) {
    var room = rooms.get(kept.message().room());
    if (room != null) {
      orLater(() -> room.hear(kept));
    }
  }

  @Override
  public void hear(RoomName name, long number) {
    var room = rooms.get(name);
    if (room != null) {
      orLater(() -> room.hear(number));
    }
  }

  private void orLater(Runnable telling) {
    try {
      telling.run();
    } catch (Unavailable unavailable) {
      LOG.warn("A room is told later: {}", unavailable.getMessage());
      behind = true;
    }
  }

  @Override
  public boolean isBehind() {
    return behind;
  }

  @Override
  public void catchUp() {
    behind = false;
    orLater(() -> {
      var last = messages.lastIn(rooms.keySet());
      rooms.forEach((name, room) -> room.lookedAt(last.getOrDefault(name, 0L)));
    });
  }

  @Override
  public void start() {
    line = Optional.of(new NewsLine(database, this));
  }

  @Override
  public void stop() {
    line.ifPresent(NewsLine::close);
    line = Optional.empty();
  }

  @Override
  public boolean isRunning() {
    return line.isPresent();
  }

  /** Before the web server lets anybody in, and until it has let everybody go. */
  @Override
  public int getPhase() {
    return 0;
  }
}
