package dev.portico.persistence.shared;

import static dev.portico.persistence.shared.Sql.ask;
import static dev.portico.persistence.shared.Sql.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How connections and threads of one test share its sandbox. */
class SandboxTurnTest {

  private static final String COUNT = "select count(*) from numbers";
  private static final String INSERT = "insert into numbers default values";

  private final TestDatabase sandbox = Sandboxes.open();
  private final DataSource connections = sandbox.connections();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @BeforeEach
  void makeATable() throws SQLException {
    execute(connections, "create temporary table numbers (n serial)");
  }

  @AfterEach
  void close() {
    sandbox.close();
    threads.close();
  }

  private Connection transaction() throws SQLException {
    var connection = connections.getConnection();
    connection.setAutoCommit(false);
    return connection;
  }

  @Test
  void takesNoTurnBeforeTheFirstStatement() throws SQLException {
    try (var one = transaction();
        var other = transaction()) {
      one.commit();
      execute(other, INSERT);
      other.commit();
      execute(one, INSERT);
      one.rollback();
    }

    assertThat(ask(connections, COUNT)).containsExactly("1");
  }

  @Test
  void refusesASecondTransactionOfOneThreadAtOnce() throws SQLException {
    try (var first = transaction();
        var second = transaction()) {
      execute(first, INSERT);
      long start = System.nanoTime();

      assertThatThrownBy(() -> execute(second, INSERT))
          .isInstanceOf(NeedsClone.class)
          .hasMessageContaining("@Isolation(CLONE)")
          .hasMessageContaining("begun at ")
          .hasMessageContaining("SandboxTurnTest.refusesASecondTransactionOfOneThreadAtOnce");

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Turn.PATIENCE);
      first.commit();
    }
    assertThat(sandbox.advice()).isPresent();
    assertThat(ask(connections, COUNT)).containsExactly("1");
  }

  @Test
  void refusesALoneStatementBesideItsThreadsTransaction() throws SQLException {
    try (var first = transaction()) {
      execute(first, INSERT);

      assertThatThrownBy(() -> ask(connections, COUNT)).isInstanceOf(NeedsClone.class);
    }
  }

  @Test
  void tellsOfASecondTransactionOfAnotherThread() throws Exception {
    try (var first = transaction();
        var second = transaction()) {
      execute(first, INSERT);
      String holder = Thread.currentThread().getName();
      var refused = threads.submit(() -> insert(second));

      assertThatThrownBy(refused::get)
          .cause()
          .isInstanceOf(NeedsClone.class)
          .hasMessageContaining("thread \"" + holder + "\" has held a transaction open for ")
          .hasMessageContaining("SandboxTurnTest");
      first.commit();
      second.rollback();
    }
    assertThat(ask(connections, COUNT)).containsExactly("1");
  }

  @Test
  void letsOtherThreadsWaitForTheCommit() throws Exception {
    Future<String> counted;
    try (var writer = transaction()) {
      execute(writer, INSERT);
      var waiting = new CountDownLatch(1);
      counted =
          threads.submit(() -> {
            waiting.countDown();
            return ask(connections, COUNT).getFirst();
          });
      waiting.await();
      execute(writer, INSERT);
      writer.commit();
    }

    assertThat(counted.get()).isEqualTo("2");
  }

  @Test
  void givesEveryThreadItsTurn() throws Exception {
    var running = new ArrayList<Future<String>>();
    for (int i = 0; i < 50; i++) {
      running.add(threads.submit(this::insertInATransaction));
    }
    for (var each : running) {
      assertThat(each.get()).isEqualTo("done");
    }

    assertThat(ask(connections, COUNT)).containsExactly("50");
  }

  private static String insert(Connection connection) throws SQLException {
    execute(connection, INSERT);
    return "done";
  }

  private String insertInATransaction() throws SQLException {
    try (var writer = transaction()) {
      execute(writer, INSERT);
      writer.commit();
      return "done";
    }
  }

  @Test
  @Timeout(10)
  void isNobodysAfterTheEnd() {
    var turn = new Turn();
    assertThat(turn.takeForGood()).isTrue();

    assertThatThrownBy(turn::take).hasMessageContaining("ended with its test");
  }
}
