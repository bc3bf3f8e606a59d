package dev.portico.persistence.shared;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What one of the application's connections does between its begin and its commit. */
final class SandboxTransaction {

  private final Wire wire;
  private final Turn turn;
  private volatile boolean open;
  private @Nullable SQLException failure;

  SandboxTransaction(Wire wire, Turn turn) {
    this.wire = wire;
    this.turn = turn;
  }

  boolean isOpen() {
    return open;
  }

  /** Runs work that is committed if it succeeds and leaves nothing if not. */
  @Nullable Object alone(SandboxConnection.Work work) throws Throwable {
    turn.take();
    try {
      var result = run(work);
      wire.commit();
      return result;
    } finally {
      turn.give();
    }
  }

  private @Nullable Object run(SandboxConnection.Work work) throws Throwable {
    try {
      return work.run();
    } catch (SQLException failed) {
      wire.rollBackAfter(failed);
      throw failed;
    }
  }

  /** Runs work in the transaction, which begins with the first. */
  @Nullable Object within(SandboxConnection.Work work, boolean readOnly) throws SQLException {
    begin(readOnly);
    try {
      return work.run();
    } catch (SQLException failed) {
      if (failure == null) {
        failure = failed;
      }
      throw failed;
    } catch (RuntimeException | Error unexpected) {
      throw unexpected;
    } catch (Throwable impossible) {
      throw new SQLException(impossible);
    }
  }

  private void begin(boolean readOnly) throws SQLException {
    if (!open) {
      turn.take();
      open = true;
      if (readOnly) {
        // Ends with the savepoint, as it would with a transaction.
        wire.send("set transaction read only");
      }
    }
  }

  /** What came before it in the transaction was undone. */
  void forgetFailure() {
    failure = null;
  }

  void commit() throws SQLException {
    if (open) {
      try {
        wire.commit();
      } catch (SQLException refused) {
        throw failure == null ? refused : rolledBack(refused, failure);
      } finally {
        end();
      }
    }
  }

  /** PostgreSQL answers the commit of a failed transaction by rolling back; pgjdbc then throws. */
  private static SQLException rolledBack(SQLException refused, SQLException first) {
    return "25P02".equals(refused.getSQLState())
        ? new SQLException("rolled back instead of committed: a statement failed", "25P02", first)
        : refused;
  }

  void rollBack() throws SQLException {
    if (open) {
      try {
        wire.rollBack();
      } finally {
        end();
      }
    }
  }

  private void end() {
    open = false;
    failure = null;
    turn.give();
  }
}
