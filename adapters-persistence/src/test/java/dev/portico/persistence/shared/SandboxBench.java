package dev.portico.persistence.shared;

import static dev.portico.persistence.shared.Sql.execute;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/** What a sandbox costs, beside the same work on a clone. Not a test: run it by name. */
@Isolated
@Timeout(600)
class SandboxBench {

  private static final int TIMES = 1000;
  private static final String TABLE = "create temporary table numbers (n serial)";
  private static final String INSERT = "insert into numbers default values";

  @Test
  void opensAndCloses() throws Exception {
    Quantiles.print("Sandbox, open and close", TIMES, () -> Sandboxes.open().close());
    Quantiles.print(
        "Sandbox, open, insert and close",
        TIMES,
        () -> {
          try (var sandbox = Sandboxes.open()) {
            execute(sandbox.connections(), "insert into counters values ('c', 1)");
          }
        });
  }

  @Test
  void commits() throws Exception {
    try (var sandbox = Sandboxes.open();
        var clone = Clones.open()) {
      compare("Sandbox", sandbox.connections());
      compare("Clone", clone.connections());
    }
  }

  private static void compare(String where, DataSource connections) throws Exception {
    // Held, so that the temporary table is seen.
    try (var connection = connections.getConnection()) {
      execute(connection, TABLE);
      Quantiles.print(where + ", lone insert", TIMES, () -> execute(connection, INSERT));
      connection.setAutoCommit(false);
      Quantiles.print(where + ", insert and commit", TIMES, () -> commit(connection));
    }
  }

  private static void commit(Connection connection) throws SQLException {
    execute(connection, INSERT);
    connection.commit();
  }
}
