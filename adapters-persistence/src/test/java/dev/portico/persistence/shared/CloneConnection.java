package dev.portico.persistence.shared;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A connection that is lent: to close it is to give it back as it was. */
final class CloneConnection implements Overlay {

  /** Takes a connection back, and whether it can be lent again. */
  interface Owner {
    void takeBack(Connection connection, boolean clean);
  }

  private final Connection connection;
  private final Owner owner;
  private boolean isolationChanged;
  private volatile boolean closed;

  CloneConnection(Connection connection, Owner owner) {
    this.connection = connection;
    this.owner = owner;
  }

  Connection proxy() {
    return Overlay.as(Connection.class, this);
  }

  void setTransactionIsolation(int level) throws SQLException {
    isolationChanged = true;
    connection.setTransactionIsolation(level);
  }

  boolean isClosed() throws SQLException {
    return closed || connection.isClosed();
  }

  boolean isValid(int seconds) throws SQLException {
    return !closed && connection.isValid(seconds);
  }

  void abort(Executor executor) throws SQLException {
    connection.abort(executor);
    close();
  }

  void close() {
    if (!closed) {
      closed = true;
      owner.takeBack(connection, clean());
    }
  }

  private boolean clean() {
    try {
      if (connection.isClosed()) {
        return false;
      }
      if (!connection.getAutoCommit()) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
      connection.setReadOnly(false);
      if (isolationChanged) {
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      }
      return true;
    } catch (SQLException broken) {
      return false;
    }
  }

  @Override
  public @Nullable Object otherwise(Method method, Object @Nullable [] arguments) throws Throwable {
    if (closed) {
      throw new SQLException("the connection is closed", "08003");
    }
    return Overlay.pass(connection, method, arguments);
  }
}
