package dev.portico.persistence.shared;

import static dev.portico.persistence.shared.Sql.ask;
import static dev.portico.persistence.shared.Sql.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A deferred constraint is checked by a commit, and in a sandbox nothing is ever committed. */
class SandboxConstraintsTest {

  private static final String CHILDREN = "select parent from children order by parent";

  private final TestDatabase sandbox = Sandboxes.open();
  private final DataSource connections = sandbox.connections();

  @BeforeEach
  void makeTables() throws SQLException {
    execute(connections, "create temporary table parents (id integer primary key)");
    execute(
        connections,
        """
        create temporary table children (
          parent integer references parents deferrable initially deferred)
        """);
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  private static String child(int parent) {
    return "insert into children values (" + parent + ")";
  }

  private static String parent(int id) {
    return "insert into parents values (" + id + ")";
  }

  private Connection transaction() throws SQLException {
    var connection = connections.getConnection();
    connection.setAutoCommit(false);
    return connection;
  }

  private static void assertViolates(ThrowingCallable commit) {
    assertThatThrownBy(commit)
        .isInstanceOfSatisfying(
            SQLException.class, failure -> assertThat(failure.getSQLState()).isEqualTo("23503"))
        .hasMessageContaining("children_parent_fkey");
  }

  @Test
  void reportsADeferredOneByTheLoneStatement() throws SQLException {
    assertViolates(() -> execute(connections, child(1)));

    execute(connections, parent(2));
    execute(connections, child(2));
    assertThat(ask(connections, CHILDREN)).containsExactly("2");
  }

  @Test
  void reportsADeferredOneByTheCommit() throws SQLException {
    try (var writer = transaction()) {
      execute(writer, parent(1));
      execute(writer, child(1));
      writer.commit();
      execute(writer, child(2));
      execute(writer, parent(3));
      assertViolates(writer::commit);
      execute(writer, child(1));
      writer.commit();
    }

    assertThat(ask(connections, CHILDREN)).containsExactly("1", "1");
    assertThat(ask(connections, "select id from parents")).containsExactly("1");
  }

  @Test
  void takesWhatIsMadeGoodBeforeTheCommit() throws SQLException {
    try (var writer = transaction()) {
      for (int n = 1; n <= 2; n++) {
        execute(writer, child(n));
        execute(writer, parent(n));
        writer.commit();
      }
    }

    assertThat(ask(connections, CHILDREN)).containsExactly("1", "2");
  }

  @Test
  void reportsADeferredOneByAutocommitSwitchedOn() throws SQLException {
    try (var writer = transaction()) {
      execute(writer, child(1));
      assertViolates(() -> writer.setAutoCommit(true));
    }

    assertThat(ask(connections, CHILDREN)).isEmpty();
  }
}
