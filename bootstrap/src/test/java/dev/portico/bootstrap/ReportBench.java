package dev.portico.bootstrap;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.portico.persistence.shared.DatabaseUrl;
import dev.portico.persistence.shared.TestPostgres;
import dev.portico.web.shared.SocketClient;
import dev.portico.web.shared.TestClient;
import dev.portico.web.shared.TestResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * F16: the activity report of two packaged services on one database of many events, asked for by a
 * thousand at the moment the last one expires. Not a test: {@code ./portico bench-report} runs it
 * and prints.
 */
@Isolated
@Timeout(1800)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportBench {

  private static final int EVENTS = Integer.getInteger("portico.events", 1_000_000);
  private static final int CLIENTS = Integer.getInteger("portico.clients", 1_000);
  private static final int ROUNDS = Integer.getInteger("portico.rounds", 3);
  private static final Duration TTL = Duration.ofSeconds(60);

  private final DatabaseUrl database = TestPostgres.database();
  private final List<PorticoProcess> nodes = new ArrayList<>();
  private final List<TestClient> clients = new ArrayList<>();

  /** In the test and not before it, since what comes before is given a minute. */
  private void start(Path folder) {
    var environment = PorticoOnTestDatabase.environment(database);
    for (int i = 0; i < 2; i++) {
      var node = PorticoProcess.startPackaged(folder, environment);
      nodes.add(node);
      clients.add(new SocketClient(node.awaitReady()));
    }
    fill();
    countTurns();
  }

  @AfterAll
  void stop() {
    nodes.forEach(PorticoProcess::close);
  }

  /** So many events of fifty names, and a tenth as many users, items and payments, in 30 days. */
  private void fill() {
    var made = "now() - random() * interval '29 days'";
    run(
        "insert into users (id, username, username_key, email, email_key, active, created_at,"
            + " password_hash) select gen_random_uuid(), 'b' || i, 'b' || i, 'b' || i || '@x.example',"
            + " 'b' || i || '@x.example', true, "
            + made
            + ", 'x' from generate_series(1, "
            + EVENTS / 10
            + ") i");
    run(
        "insert into events (id, owner, name, data, created_at) select gen_random_uuid(), u.id,"
            + " 'event.' || i % 50, '{\"page\": \"/a/page/of/the/shop\", \"ms\": 12}', "
            + made
            + " from generate_series(1, "
            + EVENTS
            + ") i, (select id from users limit 1) u");
    run(
        "insert into items (id, owner, title, created_at) select gen_random_uuid(), u.id, 'A lamp', "
            + made
            + " from generate_series(1, "
            + EVENTS / 10
            + "), (select id from users limit 1) u");
    run(
        "insert into payments (id, payer, amount, currency, created_at, status) select"
            + " gen_random_uuid(), u.id, 10, 'USD', "
            + made
            + ", 'pending' from generate_series(1, "
            + EVENTS / 10
            + "), (select id from users limit 1) u");
    run("vacuum analyze events, users, items, payments");
  }

  /** Each time a node takes the turn to count, which it does just before it counts. */
  private void countTurns() {
    run("create table turns (at timestamptz not null)");
    run(
        "create function note_turn() returns trigger language plpgsql as $$ begin"
            + " if new.leased_until is not null then insert into turns values (clock_timestamp());"
            + " end if; return new; end $$");
    run(
        "create trigger turns after insert or update on kept_reports for each row"
            + " execute function note_turn()");
  }

  private void run(String sql) {
    try (var connection = TestPostgres.connect(database);
        var statement = connection.createStatement()) {
      var _ = statement.execute(sql);
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  private long turns() {
    try (var connection = TestPostgres.connect(database);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from turns")) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  private TestResponse view(int number) {
    return clients.get(number % clients.size()).get("/expensive-query");
  }

  private record Timed(TestResponse answer, long micros) {}

  private Timed timed(int number) {
    long begin = System.nanoTime();
    var answer = view(number);
    return new Timed(answer, (System.nanoTime() - begin) / 1_000);
  }

  @Test
  void countsOnceForAThousand(@TempDir Path folder) {
    start(folder);
    ask("with no report there yet");
    System.out.printf("Report: kept, asked for 2 000 times in a row: %s%n", hits());
    for (int round = 1; round <= ROUNDS; round++) {
      waitForExpiry();
      ask("at expiry");
    }
    waitForExpiry();
    var cold = timed(0);
    System.out.printf(
        "Report: counted for one, %d events: %.0f ms, %s%n",
        EVENTS, cold.micros() / 1000.0, cold.answer().header("Cache-Status").orElse("?"));
  }

  private String hits() {
    var times = new long[2_000];
    for (int i = 0; i < times.length; i++) {
      times[i] = timed(i).micros();
    }
    return quantiles(times);
  }

  private void ask(String when) {
    long before = turns();
    long begin = System.nanoTime();
    var all = AtOnce.ask(CLIENTS, this::timed);
    long took = System.nanoTime() - begin;
    var statuses = tally(all, timed -> Integer.toString(timed.answer().status()));
    var kinds =
        tally(
            all,
            timed ->
                timed
                    .answer()
                    .header("Cache-Status")
                    .map(
                        it -> it.replaceAll("ttl=-[0-9]+", "ttl<0").replaceAll("ttl=[0-9]+", "ttl"))
                    .orElse("none"));
    System.out.printf(
        "Report: %d clients of two nodes at once, %s: %d computations; answers %s, %s; %s; all in"
            + " %d ms%n",
        CLIENTS,
        when,
        turns() - before,
        statuses,
        kinds,
        quantiles(all.stream().mapToLong(Timed::micros).toArray()),
        took / 1_000_000);
  }

  private static Map<String, Long> tally(
      List<Timed> all, java.util.function.Function<Timed, String> by) {
    return new TreeMap<>(all.stream().collect(groupingBy(by, counting())));
  }

  private static String quantiles(long... micros) {
    Arrays.sort(micros);
    return "p50 %.1f ms, p99 %.1f ms, last %.1f ms"
        .formatted(
            micros[micros.length / 2] / 1000.0,
            micros[micros.length * 99 / 100] / 1000.0,
            micros[micros.length - 1] / 1000.0);
  }

  /** Until the last report, whichever node has it, is good no more. */
  private void waitForExpiry() {
    var made = Instant.parse(view(0).text("/generated_at"));
    while (Instant.now().isBefore(made.plus(TTL).plusMillis(5))) {
      LockSupport.parkNanos(5_000_000);
    }
  }
}
