package dev.portico.persistence.chat;

import dev.portico.domain.chat.RoomName;
import dev.portico.persistence.shared.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/* A notification is no more than a nudge: it names a room and a number, and whoever is behind reads
 * the table. So none of them is missed for good. What was notified while the connection was away is
 * made up for as soon as LISTEN is said again; and where notifications do not arrive at all, as
 * behind a pooler that hands out a connection a transaction, the slow look at the rooms remains. */

/**
 * Hears what other nodes commit, on a connection of its own: one a node, whatever the number of
 * rooms. Connects again and again where it is cut.
 */
final class NewsLine implements AutoCloseable {

  static final String CHANNEL = "portico_chat";

  /** How often is looked at the table though nothing was heard, and the connection is tried. */
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

  /** How long to wait for notifications; a room that is behind waits as long. */
  private static final int PATIENCE_MS = 1_000;

  private static final int VALIDATION_S = 3;
  private static final long FIRST_PAUSE_MS = 100;
  private static final long LONGEST_PAUSE_MS = 5_000;

  private static final Logger LOG = LoggerFactory.getLogger(NewsLine.class);

  /** Whoever wants to know. */
  interface Reader {

    /** Something was said in this room, up to this number. */
    void hear(RoomName room, long number);

    /** Anything may have been said anywhere. */
    void catchUp();

    /** Whether there is something to catch up with. */
    boolean isBehind();
  }

  private final Database database;
  private final Reader reader;
  private final Thread thread;
  private volatile boolean closed;
  private long pauseMs = FIRST_PAUSE_MS;

  NewsLine(Database database, Reader reader) {
    this.database = database;
    this.reader = reader;
    thread = Thread.ofVirtual().name("chat-news").start(this::run);
  }

  private void run() {
    while (!closed) {
      try (var connection = database.connectAlone()) {
        listen(connection);
      } catch (SQLException | RuntimeException failure) {
        if (!closed) {
          LOG.warn("No news from other nodes: {}", failure.getMessage());
          LOG.debug("No news, because", failure);
          pause();
        }
      }
    }
  }

  private void listen(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("listen " + CHANNEL);
    }
    var notifications = connection.unwrap(PGConnection.class);
    long nextLook = System.nanoTime();
    while (!closed) {
      if (reader.isBehind() || System.nanoTime() - nextLook >= 0) {
        requireAlive(connection);
        reader.catchUp();
        nextLook = System.nanoTime() + BETWEEN_LOOKS.toNanos();
        pauseMs = FIRST_PAUSE_MS;
      }
      hand(notifications.getNotifications(PATIENCE_MS));
    }
  }

  /** A peer that went without a word is noticed by nothing else. */
  private static void requireAlive(Connection connection) throws SQLException {
    if (!connection.isValid(VALIDATION_S)) {
      throw new SQLException("the connection does not answer");
    }
  }

  private void hand(PGNotification[] news) {
    for (var each : news) {
      // A room's name has no blanks.
      var words = each.getParameter().split(" ", 2);
      reader.hear(new RoomName(words[0]), Long.parseLong(words[1]));
    }
  }

  private void pause() {
    try {
      Thread.sleep(pauseMs);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
    pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
  }

  /** Ends it; waiting for the network is cut short. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}
