package dev.portico.persistence.shared;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Makes and drops databases over connections that stay open, since opening one takes longer. */
final class Maintenance {

  private final DatabaseUrl server;
  private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

  Maintenance(DatabaseUrl server) {
    this.server = server;
  }

  void execute(String sql) {
    try {
      var connection = idle.pollFirst();
      if (connection == null) {
        connection = server.connect();
      }
      execute(connection, sql);
      idle.addFirst(connection);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      connection.close();
      throw failure;
    }
  }
}
