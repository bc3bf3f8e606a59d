package dev.portico.persistence.shared;

import static dev.portico.persistence.shared.Sql.ask;
import static dev.portico.persistence.shared.Sql.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloneTest {

  private static final String COUNT = "select count(*) from idempotency_keys";
  private static final String INSERT =
      """
      insert into idempotency_keys (digest, fingerprint, claimed_by, claimed_at, expires_at)
      values ('digest', '', gen_random_uuid(), now(), now())
      """;

  private final Clone clone = Clones.openClone();
  private final DataSource connections = clone.connections();

  @AfterEach
  void close() {
    clone.close();
  }

  private static boolean exists(Clone clone) throws SQLException {
    try (var server = TestPostgres.connect(TestPostgres.server())) {
      return ask(server, "select datname from pg_database").contains(clone.url().database());
    }
  }

  private static void awaitGone(Clone clone) throws SQLException {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (exists(clone)) {
      assertThat(System.nanoTime()).as(clone.jdbcUrl()).isLessThan(deadline);
    }
  }

  @Test
  void sharesNothingWithAnother() throws SQLException {
    execute(connections, INSERT);

    try (var other = Clones.open()) {
      assertThat(ask(other.connections(), COUNT)).containsExactly("0");
      execute(other.connections(), INSERT);
    }
  }

  @Test
  void isOneOfTwentyAtOnce() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<String>>();
      for (int i = 0; i < 20; i++) {
        running.add(threads.submit(CloneTest::insertIntoOne));
      }
      for (var count : running) {
        assertThat(count.get()).isEqualTo("1");
      }
    }
  }

  private static String insertIntoOne() throws SQLException {
    try (var one = Clones.open()) {
      execute(one.connections(), INSERT);
      return ask(one.connections(), COUNT).getFirst();
    }
  }

  @Test
  void holdsTwoTransactionsAtOnce() throws SQLException {
    try (var one = connections.getConnection();
        var other = connections.getConnection()) {
      one.setAutoCommit(false);
      execute(one, INSERT);
      assertThat(ask(other, COUNT)).containsExactly("0");
      one.commit();
      assertThat(ask(other, COUNT)).containsExactly("1");
    }
  }

  @Test
  void isDroppedWhenItsTestHasPassed() throws SQLException {
    execute(connections, INSERT);
    assertThat(exists(clone)).isTrue();

    clone.close();

    awaitGone(clone);
  }

  @Test
  void isKeptWhenItsTestHasFailed() throws SQLException {
    execute(connections, INSERT);
    var dropped = Clones.openClone();
    clone.keep();
    clone.close();
    dropped.close();
    // One is dropped after the other, so a clone closed before this one would be gone too.
    awaitGone(dropped);

    try (var look = TestPostgres.connect(clone.url())) {
      assertThat(ask(look, COUNT)).containsExactly("1");
    } finally {
      TestPostgres.drop(clone.url());
    }
  }

  @Test
  void givesNoConnectionAfterItsEnd() throws SQLException {
    var left = connections.getConnection();

    clone.close();
    left.close();

    assertThatThrownBy(connections::getConnection).hasMessageContaining("ended with its test");
    assertThatThrownBy(() -> ask(left, COUNT)).hasMessageContaining("closed");
  }

  @Test
  void rollsBackWhatIsOpenWhenAConnectionComesBack() throws SQLException {
    try (var writer = connections.getConnection()) {
      writer.setAutoCommit(false);
      writer.setReadOnly(false);
      writer.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
      execute(writer, INSERT);
    }

    try (var next = connections.getConnection()) {
      assertThat(next.getAutoCommit()).isTrue();
      assertThat(next.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
      assertThat(ask(next, COUNT)).containsExactly("0");
    }
  }

  @Test
  void lendsOneConnectionAgain() throws SQLException {
    String pid = "select pg_backend_pid()";

    assertThat(ask(connections, pid)).isEqualTo(ask(connections, pid));
  }

  @Test
  void comesBackWhenItsConnectionsWereCut() throws SQLException {
    try (var one = connections.getConnection();
        var other = connections.getConnection()) {
      assertThat(one.isValid(1) && other.isValid(1)).isTrue();
    }
    TestPostgres.execute(
        clone.url(),
        """
        select pg_terminate_backend(pid, 5000) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()
        """);

    assertThatThrownBy(() -> ask(connections, COUNT)).isInstanceOf(SQLException.class);
    assertThat(ask(connections, COUNT)).containsExactly("0");
  }

  @Test
  void lendsThirtyConnectionsAtMost() throws SQLException {
    var lent = new ArrayList<Connection>();
    for (int i = 0; i < CloneConnections.MOST; i++) {
      lent.add(connections.getConnection());
    }

    assertThatThrownBy(connections::getConnection)
        .isInstanceOf(SQLTransientConnectionException.class);

    for (var connection : lent) {
      connection.close();
    }
    assertThat(ask(connections, COUNT)).containsExactly("0");
  }

  @ParameterizedTest
  @CsvSource({"lock_timeout, 2s", "statement_timeout, 4s"})
  void hasTheLimitsOfTheService(String setting, String value) throws SQLException {
    assertThat(ask(connections, "show " + setting)).containsExactly(value);
  }

  /** More would each hold a connection open, until the server has none left. */
  @Test
  void hoardsNoneHoweverManyAreOpened() {
    for (int i = 0; i < 12; i++) {
      Clones.open().close();

      assertThat(Clones.ahead()).isLessThanOrEqualTo(3);
    }
  }
}
