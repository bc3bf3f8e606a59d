package dev.portico.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseTest {

  private static final PoolSettings POOL = new PoolSettings(2);

  @RegisterExtension final FreshDatabase fresh = new FreshDatabase();

  private static void assertRefused(DatabaseUrl url, String sentence) {
    assertTimeout(
        Duration.ofSeconds(5),
        () ->
            assertThatThrownBy(() -> Database.open(url, POOL).close())
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining(sentence)
                .hasMessageNotContainingAny("hunter2", "Exception"));
  }

  private static DatabaseUrl at(String hosts) {
    return DatabaseUrl.parse("postgresql://user:hunter2@" + hosts + "/app").orThrow();
  }

  @Test
  void tellsThatNobodyListens() throws IOException {
    int freed;
    try (var socket = new ServerSocket(0)) {
      freed = socket.getLocalPort();
    }

    assertRefused(at("127.0.0.1:" + freed), "No PostgreSQL server can be reached at 127.0.0.1:");
  }

  @Test
  void tellsThatTheServerIsSilent() throws IOException {
    // Connections are accepted by the operating system, and nobody ever answers.
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      assertRefused(
          at("127.0.0.1:" + silent.getLocalPort()), "No PostgreSQL server can be reached");
    }
  }

  @Test
  void tellsThatTheHostIsUnknown() {
    assertRefused(at("no-such-host.invalid"), "host is not known: no-such-host.invalid:5432");
  }

  @Test
  void tellsThatUserOrPasswordAreWrong() {
    var own = fresh.url();
    var wrong =
        DatabaseUrl.parse(
                "postgresql://nobody_of_this_name:hunter2@%s/%s"
                    .formatted(own.hostList(), own.database()))
            .orThrow();

    assertRefused(wrong, "refused the user or the password");
  }

  @Test
  void tellsThatTheDatabaseIsMissing() {
    assertRefused(fresh.url().withDatabase("missing"), "There is no database \"missing\"");
  }

  @Test
  void tellsThatItOnlyTakesReads() {
    var url = TestPostgres.emptyDatabase();
    TestPostgres.execute(
        url, "alter database %s set default_transaction_read_only = on".formatted(url.database()));

    assertRefused(url, "only takes reads");
  }

  @Test
  void tellsThatTheTablesAreNotItsOwn() {
    fresh.execute("update flyway_schema_history set checksum = 1 where version = '1'");

    assertRefused(fresh.url(), "made by another program or an altered one");
  }

  @ParameterizedTest
  @CsvSource({
    "13, UTF8, false, true, at least 14 is needed",
    "18, LATIN1, false, true, is encoded in LATIN1",
    "18, UTF8, true, true, only takes reads",
    "18, UTF8, false, false, may not create tables",
  })
  void refusesServersThatWillNotDo(
      int version, String encoding, boolean readOnly, boolean mayHaveTables, String sentence) {
    var facts = new ServerFacts(version, encoding, readOnly, mayHaveTables);

    assertThat(facts.objection(fresh.url()))
        .hasValueSatisfying(objection -> assertThat(objection).contains(sentence));
  }

  @Test
  void takesTheOldestServerThatIsMaintained() {
    assertThat(new ServerFacts(14, "UTF8", false, true).objection(fresh.url())).isEmpty();
  }

  @Test
  void migratesOnceThoughManyNodesStartAtOnce() throws Exception {
    var url = TestPostgres.emptyDatabase();
    try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
      var starts =
          List.of(1, 2, 3).stream()
              .map(node ->
                  nodes.submit(() -> {
                    Database.open(url, POOL).close();
                    return node;
                  }))
              .toList();
      for (var start : starts) {
        assertThat(start.get()).isPositive();
      }
    }

    try (var connection = TestPostgres.connect(url);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from users")) {
      assertThat(rows.next()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "lock_timeout, 2s",
    "statement_timeout, 4s",
    "idle_in_transaction_session_timeout, 10s",
    "application_name, portico",
  })
  void limitsEveryWaitOfASession(String setting, String value) throws SQLException {
    try (var connection = fresh.database().connections().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("show " + setting)) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo(value);
      assertThat(connection.getNetworkTimeout()).isEqualTo(12_000);
    }
  }

  @Test
  void asksOldServersForNoLimitTheyDoNotKnow() {
    assertThat(TimeLimits.asServerOptions(16)).doesNotContain(" transaction_timeout");
    assertThat(TimeLimits.asServerOptions(17)).contains(" transaction_timeout=10000");
  }
}
