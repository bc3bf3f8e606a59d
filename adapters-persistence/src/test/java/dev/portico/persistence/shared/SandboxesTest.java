package dev.portico.persistence.shared;

import static dev.portico.persistence.shared.Sql.ask;
import static dev.portico.persistence.shared.Sql.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What sandboxes know of each other: nothing, but that a unique value is taken for now. */
class SandboxesTest {

  private static final String COUNT = "select count(*) from idempotency_keys";

  private static String insert(String key) {
    return """
    insert into idempotency_keys (digest, fingerprint, claimed_by, claimed_at, expires_at)
    values ('%s', '', gen_random_uuid(), now(), now())
    """
        .formatted(key);
  }

  @Test
  void leaveNothingForTheNext() throws SQLException {
    try (var sandbox = Sandboxes.open()) {
      execute(sandbox.connections(), insert("leaveNothing"));
      execute(sandbox.connections(), "create temporary table gone ()");
      execute(sandbox.connections(), "set work_mem = '1MB'");
      assertThat(ask(sandbox.connections(), COUNT)).containsExactly("1");
    }

    try (var next = Sandboxes.open()) {
      assertThat(ask(next.connections(), COUNT)).containsExactly("0");
      assertThat(ask(next.connections(), "select to_regclass('gone') is null"))
          .containsExactly("t");
      assertThat(ask(next.connections(), "show work_mem")).doesNotContain("1MB");
    }
  }

  @Test
  void commitNothingForReal() throws SQLException {
    try (var sandbox = Sandboxes.open();
        var outside = Sandboxes.base().connect()) {
      execute(sandbox.connections(), insert("commitNothing"));

      assertThat(ask(outside, COUNT)).containsExactly("0");
    }
  }

  @Test
  void holdNoLockOfTheSessionAfterTheEnd() throws SQLException {
    try (var sandbox = Sandboxes.open()) {
      assertThat(ask(sandbox.connections(), "select pg_advisory_lock(7)")).hasSize(1);
    }

    try (var outside = Sandboxes.base().connect()) {
      assertThat(ask(outside, "select pg_try_advisory_lock(7)")).containsExactly("t");
    }
  }

  @Test
  void insertOneUniqueValueOneAfterTheOther() throws Exception {
    assertThat(race("one", "other")).hasSize(20).allMatch("passed"::equals);
  }

  @Test
  void passOrTellWhenTheyLockEachOther() throws Exception {
    assertThat(race("this", "that", "that", "this"))
        .hasSize(20)
        .contains("passed")
        .allMatch(result -> result.equals("passed") || result.contains("@Isolation(CLONE)"));
  }

  /**
   * Twenty sandboxes, each inserting two of the keys: an even one the first, an odd one the last.
   */
  private static List<String> race(String... keys) throws Exception {
    var results = new ArrayList<String>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<String>>();
      for (int i = 0; i < 20; i++) {
        int from = i % 2 == 0 ? 0 : keys.length - 2;
        running.add(threads.submit(() -> insertBoth(keys[from], keys[from + 1])));
      }
      for (var result : running) {
        results.add(result.get());
      }
    }
    return results;
  }

  private static String insertBoth(String first, String second) throws SQLException {
    try (var sandbox = Sandboxes.open()) {
      try {
        execute(sandbox.connections(), insert(first));
        execute(sandbox.connections(), insert(second));
        return "passed";
      } catch (NeedsClone told) {
        assertThat(told.getCause()).isInstanceOf(SQLException.class);
        return sandbox.advice().orElse("nothing");
      }
    }
  }

  @Test
  void tellWhoHasWaitedTooLongForAnother() throws SQLException {
    try (var first = Sandboxes.open();
        var second = Sandboxes.open()) {
      execute(first.connections(), insert("tooLong"));
      execute(second.connections(), "set lock_timeout = 100");

      assertThatThrownBy(() -> execute(second.connections(), insert("tooLong")))
          .isInstanceOfSatisfying(
              NeedsClone.class, told -> assertThat(told.getSQLState()).isEqualTo("55P03"))
          .hasMessageContaining("sandbox of another test");
      assertThat(second.advice()).isPresent();
      assertThat(first.advice()).isEmpty();
    }
  }

  @Test
  void cutOffWhatOutlivesThem() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var outside = Sandboxes.base().connect()) {
      var sandbox = Sandboxes.open();
      String pid = ask(sandbox.connections(), "select pg_backend_pid()").getFirst();
      String running =
          "select 1 from pg_stat_activity where query like '%pg_sleep%' and pid = " + pid;
      var sleeper = threads.submit(() -> ask(sandbox.connections(), "select 1 from pg_sleep(15)"));
      awaitAnswers(outside, running, 1);

      assertTimeout(Duration.ofSeconds(5), sandbox::close);

      awaitAnswers(outside, running, 0);
      assertThatThrownBy(sleeper::get).isInstanceOf(ExecutionException.class);
    }
  }

  private static void awaitAnswers(Connection connection, String query, int count)
      throws SQLException {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (ask(connection, query).size() != count) {
      assertThat(System.nanoTime()).as(query).isLessThan(deadline);
    }
  }

  @Test
  void doNothingAfterTheirEnd() throws SQLException {
    var sandbox = Sandboxes.open();
    var left = sandbox.connections().getConnection();
    left.setAutoCommit(false);
    execute(left, insert("left open"));

    sandbox.close();

    assertThatThrownBy(() -> ask(left, COUNT)).hasMessageContaining("ended with its test");
    assertThatThrownBy(() -> sandbox.connections().getConnection())
        .hasMessageContaining("ended with its test");
    left.close();
    try (var next = Sandboxes.open()) {
      assertThat(ask(next.connections(), COUNT)).containsExactly("0");
    }
  }

  @Test
  void tellThatTheirConnectionWasCut() throws SQLException {
    try (var sandbox = Sandboxes.open();
        var outside = Sandboxes.base().connect()) {
      String pid = ask(sandbox.connections(), "select pg_backend_pid()").getFirst();
      assertThat(ask(outside, "select pg_terminate_backend(" + pid + ", 5000)"))
          .containsExactly("t");

      assertThatThrownBy(() -> ask(sandbox.connections(), COUNT))
          .isInstanceOf(NeedsClone.class)
          .hasMessageContaining("was cut");
    }
  }
}
