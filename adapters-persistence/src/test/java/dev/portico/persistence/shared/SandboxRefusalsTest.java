package dev.portico.persistence.shared;

import static dev.portico.persistence.shared.Sql.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one connection cannot show, it refuses and says so. */
class SandboxRefusalsTest {

  private final TestDatabase sandbox = Sandboxes.open();
  private final DataSource connections = sandbox.connections();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "commit",
        "BEGIN",
        "start\n transaction",
        "/* a comment */ rollback",
        "-- a comment\nend",
        "select 1; commit",
        "set local lock_timeout = 1",
        "set transaction isolation level serializable",
        "listen news",
      })
  void refusesWhatWouldEndOrEscapeTheTransaction(String sql) throws SQLException {
    assertThatThrownBy(() -> execute(connections, sql))
        .isInstanceOf(NeedsClone.class)
        .hasMessageContaining("@Isolation(CLONE)");
    assertThat(sandbox.advice()).isPresent();

    execute(connections, "create temporary table still_usable ()");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 'a; commit'",
        "select 1 -- ; commit",
        "select 1 as \"; commit\"",
        "do $$ begin perform 1; end $$",
        "do $body$ begin perform 1; end $body$",
        "set lock_timeout = 1000",
        "notify news",
      })
  void takesWhatOnlyLooksLikeIt(String sql) throws SQLException {
    execute(connections, sql);

    assertThat(sandbox.advice()).isEmpty();
  }

  @Test
  void refusesWhatWorksOutsideOfTransactionsOnly() {
    assertThatThrownBy(() -> execute(connections, "vacuum users"))
        .isInstanceOf(NeedsClone.class)
        .hasMessageContaining("outside of transactions");
  }

  @Test
  void refusesIsolationItDoesNotHave() throws SQLException {
    try (var connection = connections.getConnection()) {
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);

      assertThatThrownBy(
              () -> connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE))
          .isInstanceOf(NeedsClone.class);
    }
  }

  @Test
  void refusesToChangeTheSession() throws SQLException {
    try (var connection = connections.getConnection()) {
      assertThatThrownBy(() -> connection.setSchema("other")).isInstanceOf(NeedsClone.class);
      assertThatThrownBy(() -> connection.unwrap(Connection.class)).isInstanceOf(NeedsClone.class);
    }
  }
}
