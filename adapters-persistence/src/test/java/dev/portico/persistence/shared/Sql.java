package dev.portico.persistence.shared;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Statements in few words, for tests of connections. */
final class Sql {

  private Sql() {}

  /** Runs a statement on a connection of its own, as a transaction of its own. */
  static void execute(DataSource connections, String sql) throws SQLException {
    try (var connection = connections.getConnection()) {
      execute(connection, sql);
    }
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column, as text. */
  static List<String> ask(DataSource connections, String sql) throws SQLException {
    try (var connection = connections.getConnection()) {
      return ask(connection, sql);
    }
  }

  static List<String> ask(Connection connection, String sql) throws SQLException {
    var answers = new ArrayList<String>();
    try (var statement = connection.prepareStatement(sql);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        answers.add(rows.getString(1));
      }
    }
    return answers;
  }
}
