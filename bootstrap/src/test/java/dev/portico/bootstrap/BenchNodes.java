package dev.portico.bootstrap;

import dev.portico.persistence.shared.DatabaseUrl;
import dev.portico.persistence.shared.TestPostgres;
import dev.portico.web.shared.SocketClient;
import dev.portico.web.shared.TestClient;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Packaged services as processes of their own on one database, for those who measure. */
final class BenchNodes implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(10);

  /** One of them, once it answers. */
  record Node(PorticoProcess process, TestClient client) {}

  private final Path folder;
  private final DatabaseUrl database = TestPostgres.database();
  private final Map<String, String> environment = new HashMap<>();
  private final List<PorticoProcess> started = new ArrayList<>();

  BenchNodes(Path folder, Map<String, String> more) {
    this.folder = folder;
    environment.putAll(PorticoOnTestDatabase.environment(database));
    environment.putAll(more);
  }

  Node start() {
    var process = PorticoProcess.startPackaged(folder, environment);
    started.add(process);
    return new Node(process, new SocketClient(process.awaitReady()));
  }

  /** So many mails to be sent at once, ready to be taken when this returns. */
  void owe(int mails) {
    owe("subscription-mail", "'reader' || n || '@example.com'", mails);
  }

  /**
   * The same of any kind in the lane of mails.
   *
   * @param payload an expression of SQL, in which {@code n} counts from 1
   */
  void owe(String kind, String payload, int many) {
    execute(
        """
        insert into tasks (id, kind, lane, payload, due_at, attempts, lease_number, parked)
        select gen_random_uuid(), '%s', 'MAIL', %s, now(), 0, 0, false
        from generate_series(1, %d) as n
        """
            .formatted(kind, payload, many));
  }

  void execute(String sql) {
    TestPostgres.execute(database, sql);
  }

  long count(String query) {
    try (var connection = TestPostgres.connect(database);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  static void await(String what, Duration patience, BooleanSupplier condition) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not within " + patience + ": " + what);
      }
      pause(POLL);
    }
  }

  static void pause(Duration time) {
    LockSupport.parkNanos(time.toNanos());
  }

  static void awaitLatch(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  static double secondsSince(long nanos) {
    return (System.nanoTime() - nanos) / 1e9;
  }

  @Override
  public void close() {
    started.forEach(PorticoProcess::close);
    TestPostgres.drop(database);
  }
}
