package dev.portico.persistence.shared;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/*
 * The outer transaction always ends in a savepoint "work", set ahead: what the application begins
 * needs no round trip, and what it commits is checked, released and followed by the next savepoint
 * in one. pgjdbc believes the connection to be in autocommit mode, so it begins nothing by itself;
 * the text goes as a simple query, which takes several statements.
 */

/** The one connection of a sandbox, inside a transaction that nobody commits. */
final class Wire {

  private static final String BEGIN = "begin; savepoint work";

  /**
   * Constraints are tried out as a real commit would, and put back as they were: a deferred one
   * stays deferred for what comes next.
   */
  private static final String COMMIT =
      "savepoint probe; set constraints all immediate; rollback to probe; release probe;"
          + " release work; savepoint work";

  private static final String ROLL_BACK = "rollback to work";

  /** Locks of the session are no part of the transaction. */
  private static final String END = "rollback; select pg_advisory_unlock_all()";

  private final Connection connection;
  private final Statement commands;

  Wire(Connection connection) throws SQLException {
    this.connection = connection;
    this.commands = connection.createStatement();
  }

  Connection connection() {
    return connection;
  }

  void send(String command) throws SQLException {
    commands.execute(command);
  }

  void begin() throws SQLException {
    send(BEGIN);
  }

  /** Keeps what was done since the last commit, or throws what a real commit would throw. */
  void commit() throws SQLException {
    try {
      send(COMMIT);
    } catch (SQLException violation) {
      rollBackAfter(violation);
      throw violation;
    }
  }

  void rollBack() throws SQLException {
    send(ROLL_BACK);
  }

  /** The first failure is the one worth telling. */
  void rollBackAfter(SQLException failure) {
    try {
      rollBack();
    } catch (SQLException second) {
      failure.addSuppressed(second);
    }
  }

  /** Whether the connection is as good as new. */
  boolean end() {
    try {
      send(END);
      return true;
    } catch (SQLException broken) {
      return false;
    }
  }

  /** Cuts the connection, whatever runs on it; the server rolls back. */
  void cut() {
    try {
      connection.unwrap(PGConnection.class).cancelQuery();
      connection.abort(Runnable::run);
    } catch (SQLException alreadyGone) {
      // Which was the aim.
    }
  }
}
