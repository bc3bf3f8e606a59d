package dev.portico.persistence.shared;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What one of the application's connections does between its begin and its commit. */
final class SandboxTransaction {

  private final Wire wire;
  private final Turn turn;
  private volatile boolean open;

  SandboxTransaction(Wire wire, Turn turn) {
    this.wire = wire;
    this.turn = turn;
  }

  boolean isOpen() {
    return open;
  }

  /**
   * Runs work that is committed if it succeeds and leaves nothing if not.
   *
   * @param onlyReads whether there will be nothing to commit, which spares a round trip
   */
  @Nullable Object alone(SandboxConnection.Work work, boolean onlyReads) throws Throwable {
    turn.take();
    try {
      var result = run(work);
      if (!onlyReads) {
        wire.commit();
      }
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
  @Nullable Object within(SandboxConnection.Work work, boolean readOnly) throws Throwable {
    begin(readOnly);
    return work.run();
  }

  /** Begins unless it has begun; the turn is taken no earlier. */
  void begin(boolean readOnly) throws SQLException {
    if (!open) {
      turn.take();
      open = true;
      if (readOnly) {
        // Ends with the savepoint, as it would with a transaction.
        wire.send("set transaction read only");
      }
    }
  }

  /** After a statement that failed it rolls back and throws, as pgjdbc does. */
  void commit() throws SQLException {
    if (open) {
      try {
        wire.commit();
      } finally {
        end();
      }
    }
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
    turn.give();
  }
}
