package dev.portico.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.shared.Unavailable;
import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.hibernate.StatelessSession;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PersistenceContextTest {

  @RegisterExtension final FreshDatabase fresh = new FreshDatabase();

  @BeforeEach
  void makeATable() {
    fresh.execute("create table numbers (n integer primary key)");
    fresh.execute("insert into numbers values (1)");
  }

  private static int update(StatelessSession session, String sql) {
    return session.createNativeMutationQuery(sql).executeUpdate();
  }

  private static int one(StatelessSession session, String sql) {
    return session.createNativeQuery(sql, Integer.class).getSingleResult();
  }

  private int insert(int n) {
    return fresh
        .context()
        .write(session -> update(session, "insert into numbers values (" + n + ")"));
  }

  private int count() {
    return fresh
        .context()
        .read(session -> one(session, "select cast(count(*) as integer) from numbers"));
  }

  private void terminateBackends() {
    fresh.execute(
        """
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()
        """);
  }

  /** Tries until it works; only an outage is a reason to try again. */
  private static void assertComesBack(BooleanSupplier call) {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (true) {
      try {
        assertThat(call.getAsBoolean()).isTrue();
        return;
      } catch (Unavailable outage) {
        assertThat(System.nanoTime()).as("still away: %s", outage).isLessThan(deadline);
      }
    }
  }

  @Test
  void comesBackWhenConnectionsWereCut() {
    assertThat(count()).isEqualTo(1);
    terminateBackends();
    assertComesBack(() -> count() == 1);
    terminateBackends();
    assertComesBack(() -> insert(2) == 1);
  }

  @Test
  void readsOnceMoreWhereAConnectionBroke() {
    var reads = new AtomicInteger();

    int result =
        fresh
            .context()
            .read(session -> {
              if (reads.incrementAndGet() == 1) {
                cutOff(session);
              }
              return one(session, "select n from numbers");
            });

    assertThat(result).isEqualTo(1);
    assertThat(reads).hasValue(2);
  }

  /** The first may have been kept: the caller has said that this does no harm. */
  @Test
  void sendsAStatementOnceMoreWhereItsConnectionBroke() {
    var tries = new AtomicInteger();

    int changed =
        fresh
            .context()
            .harmlessTwice(session -> {
              if (tries.incrementAndGet() == 1) {
                cutOff(session);
              }
              return session.doReturningWork(
                  connection -> changed(connection, "update numbers set n = 2 where n = 1"));
            });

    assertThat(changed).isEqualTo(1);
    assertThat(tries).hasValue(2);
    assertThat(count()).isEqualTo(1);
  }

  /** Seconds have passed: what it was harmless with may be over, as a token's grace is. */
  @Test
  void sendsNoChangeOnceMoreAfterASilence() {
    var tries = new AtomicInteger();

    assertThatThrownBy(() ->
            fresh
                .context()
                .harmlessTwice(_ -> {
                  tries.incrementAndGet();
                  throw new IllegalStateException(
                      new SQLException("silence", "08006", new SocketTimeoutException()));
                }))
        .isInstanceOf(Unavailable.class);
    assertThat(tries).hasValue(1);
  }

  private static int changed(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }

  /** Lets somebody else end the session's own connection. */
  private void cutOff(StatelessSession session) {
    session.doWork(connection -> {
      // Held, so that the pool does not give another one.
      connection.setAutoCommit(false);
      fresh.execute("select pg_terminate_backend(" + pid(connection) + ", 5000)");
    });
  }

  private static int pid(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select pg_backend_pid()")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  @Test
  void changesOnceMoreWhereAConnectionBrokeBeforeTheCommit() {
    var tries = new AtomicInteger();

    fresh
        .context()
        .write(session -> {
          int count = update(session, "insert into numbers values (2)");
          if (tries.incrementAndGet() == 1) {
            cutOff(session);
            return update(session, "insert into numbers values (3)");
          }
          return count;
        });

    assertThat(tries).hasValue(2);
    assertThat(count()).isEqualTo(2);
  }

  /** Nobody knows what became of it. */
  @Test
  void changesNothingOnceMoreWhereTheConnectionBrokeAtTheCommit() {
    var tries = new AtomicInteger();

    assertThatThrownBy(() ->
            fresh
                .context()
                .write(session -> {
                  tries.incrementAndGet();
                  int count = update(session, "insert into numbers values (2)");
                  cutOff(session);
                  return count;
                }))
        .isInstanceOf(Unavailable.class);
    assertThat(tries).hasValue(1);
  }

  /** Each of them would cost whoever gets it a failure. */
  @Test
  void refusesNobodyThoughAllConnectionsWereCutAtOnce() throws SQLException {
    assertThat(count()).isEqualTo(1);
    holdAtOnce(3);
    terminateBackends();

    assertThat(insert(2)).isEqualTo(1);
    holdAtOnce(3);
    terminateBackends();
    assertThat(count()).isEqualTo(2);
  }

  /** So many connections, just used, lie in the pool then. */
  private void holdAtOnce(int connections) throws SQLException {
    try (var connection = fresh.database().connections().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("select 1");
      if (connections > 1) {
        holdAtOnce(connections - 1);
      }
    }
  }

  /** Beyond a lone change only the caller knows whether beginning anew does harm. */
  @Test
  void tellsOfABrokenTransactionAsAnOutage() {
    assertThatThrownBy(() ->
            fresh
                .context()
                .inTransaction(() ->
                    fresh
                        .context()
                        .write(session -> {
                          cutOff(session);
                          return update(session, "insert into numbers values (2)");
                        })))
        .isInstanceOf(Unavailable.class);
  }

  @Test
  void letsTheFirstFailureWinOverTheRollback() {
    var failure = new IllegalStateException("on purpose");

    assertThatThrownBy(() ->
            fresh
                .context()
                .write(session -> {
                  cutOff(session);
                  throw failure;
                }))
        .isSameAs(failure);
  }

  @Test
  void waitsForALockTwoSecondsOnly() throws SQLException {
    try (var other = TestPostgres.connect(fresh.url());
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("update numbers set n = 3");

      assertThatThrownBy(
              () -> fresh.context().write(session -> update(session, "update numbers set n = 4")))
          .isInstanceOf(Unavailable.class)
          .hasStackTraceContaining("lock timeout");
    }
  }

  @Test
  void waitsForAStatementFourSecondsOnly() {
    assertThatThrownBy(
            () -> fresh.context().read(session -> one(session, "select 1 from pg_sleep(8)")))
        .isInstanceOf(Unavailable.class)
        .hasStackTraceContaining("statement timeout");
  }

  @Test
  void waitsForAFreeConnectionBriefly() throws SQLException {
    var taken = new ArrayList<Connection>();
    try {
      for (int i = 0; i < 8; i++) {
        taken.add(fresh.database().connections().getConnection());
      }
      long start = System.nanoTime();

      assertThatThrownBy(this::count).isInstanceOf(Unavailable.class);

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    } finally {
      for (var connection : taken) {
        connection.close();
      }
    }
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void passesAMistakeOnAsItIs() {
    assertThatThrownBy(() -> insert(1)).isInstanceOf(ConstraintViolationException.class);
  }

  @Test
  void keepsNothingWhereAPartFailedAndWasCaught() {
    var context = fresh.context();

    assertThatThrownBy(() ->
            context.inTransaction(() -> {
              insert(2);
              try {
                return context.inTransaction(() -> {
                  insert(3);
                  throw new IllegalArgumentException("on purpose");
                });
              } catch (IllegalArgumentException caught) {
                return 0;
              }
            }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(count()).isEqualTo(1);
  }

  @Test
  void givesEveryTransactionANameOfItsOwn() {
    var context = fresh.context();
    var names = new ArrayList<Object>();
    for (int i = 0; i < 2; i++) {
      context.inTransaction(() -> {
        var _ = context.inRunningTransaction(name -> _ -> names.add(name));
        return context.inRunningTransaction(name -> _ -> names.add(name));
      });
    }

    assertThat(names).hasSize(4);
    assertThat(names.get(0)).isEqualTo(names.get(1)).isNotEqualTo(names.get(2));
    assertThatThrownBy(() -> context.inRunningTransaction(_ -> _ -> 1))
        .isInstanceOf(IllegalStateException.class);
  }
}
