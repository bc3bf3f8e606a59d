package dev.portico.persistence.shared;

import static dev.portico.persistence.shared.Sql.ask;
import static dev.portico.persistence.shared.Sql.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a sandbox shows of transactions. How it is shared is in {@link SandboxTurnTest}, what it
 * refuses in {@link SandboxRefusalsTest}.
 */
class SandboxTest {

  private static final String NUMBERS = "select n from numbers order by n";

  private final TestDatabase sandbox = Sandboxes.open();
  private final DataSource connections = sandbox.connections();

  @BeforeEach
  void makeATable() throws SQLException {
    // Temporary, so that other sandboxes do not wait for the name.
    execute(connections, "create temporary table numbers (n integer primary key)");
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  private static String insert(int n) {
    return "insert into numbers values (" + n + ")";
  }

  private Connection transaction() throws SQLException {
    var connection = connections.getConnection();
    connection.setAutoCommit(false);
    return connection;
  }

  @Test
  void showsOtherConnectionsWhatWasCommitted() throws SQLException {
    try (var writer = transaction()) {
      execute(writer, insert(1));
      writer.commit();
      assertThat(ask(connections, NUMBERS)).containsExactly("1");
    }
  }

  @Test
  void showsOtherThreadsWhatWasCommitted() throws Exception {
    execute(connections, insert(1));

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(threads.submit(() -> ask(connections, NUMBERS)).get()).containsExactly("1");
    }
  }

  @Test
  void undoesWhatWasRolledBack() throws SQLException {
    try (var writer = transaction()) {
      execute(writer, insert(1));
      writer.commit();
      execute(writer, insert(2));
      assertThat(ask(writer, NUMBERS)).containsExactly("1", "2");
      writer.rollback();
    }

    assertThat(ask(connections, NUMBERS)).containsExactly("1");
  }

  @Test
  void rollsBackWhatIsOpenWhenItIsClosed() throws SQLException {
    try (var writer = transaction()) {
      execute(writer, insert(1));
    }

    assertThat(ask(connections, NUMBERS)).isEmpty();
  }

  @Test
  void commitsWhenAutocommitIsSwitchedOn() throws SQLException {
    try (var writer = transaction()) {
      execute(writer, insert(1));
      writer.setAutoCommit(true);
      assertThat(writer.getAutoCommit()).isTrue();
    }

    assertThat(ask(connections, NUMBERS)).containsExactly("1");
  }

  @Test
  void nestsSavepoints() throws SQLException {
    try (var writer = transaction()) {
      execute(writer, insert(1));
      var outer = writer.setSavepoint("outer");
      execute(writer, insert(2));
      var inner = writer.setSavepoint();
      execute(writer, insert(3));
      writer.rollback(inner);
      assertThat(ask(writer, NUMBERS)).containsExactly("1", "2");
      writer.releaseSavepoint(inner);
      writer.rollback(outer);
      writer.commit();
    }

    assertThat(ask(connections, NUMBERS)).containsExactly("1");
  }

  @Test
  void keepsWhatALoneFunctionChanged() throws SQLException {
    execute(
        connections,
        """
        create function pg_temp.put(n integer) returns integer
        language sql as 'insert into numbers values (n) returning n'
        """);
    assertThat(ask(connections, "select pg_temp.put(1)")).containsExactly("1");
    assertThat(ask(connections, NUMBERS)).containsExactly("1");

    try (var writer = transaction()) {
      execute(writer, insert(2));
      writer.rollback();
    }

    assertThat(ask(connections, NUMBERS)).containsExactly("1");
  }

  @Test
  void survivesAFailureBehindASavepoint() throws SQLException {
    try (var writer = transaction()) {
      execute(writer, insert(1));
      var savepoint = writer.setSavepoint();
      assertThatThrownBy(() -> execute(writer, insert(1))).hasMessageContaining("numbers_pkey");
      writer.rollback(savepoint);
      writer.commit();
    }

    assertThat(ask(connections, NUMBERS)).containsExactly("1");
  }

  @Test
  void goesOnAfterALoneStatementThatFailed() throws SQLException {
    execute(connections, insert(1));

    assertThatThrownBy(() -> execute(connections, insert(1)))
        .isInstanceOfSatisfying(
            SQLException.class, failure -> assertThat(failure.getSQLState()).isEqualTo("23505"));

    execute(connections, insert(2));
    assertThat(ask(connections, NUMBERS)).containsExactly("1", "2");
  }

  @Test
  void keepsNothingOfABatchThatFailed() throws SQLException {
    try (var connection = connections.getConnection();
        var statement = connection.prepareStatement("insert into numbers values (?)")) {
      for (int n : List.of(1, 2, 1)) {
        statement.setInt(1, n);
        statement.addBatch();
      }
      assertThatThrownBy(statement::executeBatch).isInstanceOf(SQLException.class);
    }

    assertThat(ask(connections, NUMBERS)).isEmpty();
  }

  @Test
  void refusesStatementsInAFailedTransaction() throws SQLException {
    try (var writer = transaction()) {
      execute(writer, insert(1));
      assertThatThrownBy(() -> execute(writer, insert(1))).isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> execute(writer, insert(2))).hasMessageContaining("aborted");
      writer.rollback();
      execute(writer, insert(3));
      writer.commit();
    }

    assertThat(ask(connections, NUMBERS)).containsExactly("3");
  }

  @Test
  void throwsWhereAFailedTransactionIsCommitted() throws SQLException {
    try (var writer = transaction()) {
      execute(writer, insert(1));
      assertThatThrownBy(() -> execute(writer, insert(1))).isInstanceOf(SQLException.class);

      assertThatThrownBy(writer::commit)
          .isInstanceOfSatisfying(
              SQLException.class, failure -> assertThat(failure.getSQLState()).isEqualTo("25P02"))
          .hasStackTraceContaining("numbers_pkey");
    }

    assertThat(ask(connections, NUMBERS)).isEmpty();
  }

  @Test
  void writesNothingInATransactionThatOnlyReads() throws SQLException {
    try (var reader = transaction()) {
      reader.setReadOnly(true);
      assertThatThrownBy(() -> execute(reader, "delete from users"))
          .isInstanceOfSatisfying(
              SQLException.class, failure -> assertThat(failure.getSQLState()).isEqualTo("25006"));
      reader.rollback();
      reader.setReadOnly(false);
      execute(reader, "delete from users");
      reader.commit();
    }
  }

  @Test
  void hidesTheConnectionThatAllShare() throws SQLException {
    var connection = connections.getConnection();
    var statement = connection.createStatement();
    assertThat(statement.getConnection()).isEqualTo(connection);

    connection.close();

    assertThat(connection.isClosed()).isTrue();
    assertThat(connection.isValid(1)).isFalse();
    assertThatThrownBy(() -> statement.execute(NUMBERS)).hasMessageContaining("closed");
    assertThat(ask(connections, NUMBERS)).isEmpty();
  }
}
