package dev.portico.persistence.shared;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The pool of one clone, with the limits of the service's own: opens what is needed when it is
 * needed, and starts in no time.
 */
final class CloneConnections implements Connections {

  static final int MOST = 30;

  private static final int SIGN_OF_LIFE_S = 1;

  private final DatabaseUrl url;
  private final Properties properties;
  private final Semaphore free = new Semaphore(MOST, true);
  private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean distrustful;
  private volatile boolean ended;

  CloneConnections(DatabaseUrl url, int serverVersion) {
    this.url = url;
    this.properties = url.properties();
    properties.put("socketTimeout", Integer.toString(TimeLimits.SOCKET_S));
    properties.put("options", TimeLimits.asServerOptions(serverVersion));
    properties.put("assumeMinServerVersion", "14");
  }

  /** Opens the first connection. */
  void warmUp() {
    try {
      idle.add(connect());
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @SuppressWarnings("MustBeClosed")
  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url.jdbcUrl(), properties);
  }

  @Override
  public Connection getConnection() throws SQLException {
    awaitFree();
    try {
      return new CloneConnection(usable(), this::takeBack).proxy();
    } catch (SQLException | RuntimeException failure) {
      free.release();
      throw failure;
    }
  }

  private void awaitFree() throws SQLException {
    try {
      if (!free.tryAcquire(TimeLimits.POOL_WAIT_MS, TimeUnit.MILLISECONDS)) {
        throw new SQLTransientConnectionException(
            "all %d connections of the clone are in use".formatted(MOST));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new SQLTransientConnectionException(interrupted);
    }
  }

  private Connection usable() throws SQLException {
    if (ended) {
      throw new SQLException("the clone has ended with its test", "08003");
    }
    for (var next = idle.pollFirst(); next != null; next = idle.pollFirst()) {
      if (!distrustful || next.isValid(SIGN_OF_LIFE_S)) {
        return next;
      }
      discard(next);
    }
    return connect();
  }

  private void takeBack(Connection returned, boolean clean) {
    if (clean && !ended) {
      idle.addFirst(returned);
    } else {
      // Whoever cut one may have cut them all.
      distrustful = true;
      discard(returned);
    }
    free.release();
  }

  private static void discard(Connection connection) {
    try {
      connection.close();
    } catch (SQLException alreadyGone) {
      // Which was the aim.
    }
  }

  /** Gives no more; what is still lent is closed when it comes back. */
  void end() {
    ended = true;
    for (var next = idle.pollFirst(); next != null; next = idle.pollFirst()) {
      discard(next);
    }
  }
}
