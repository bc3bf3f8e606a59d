package dev.portico.bootstrap;

import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.TestRequest.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.Hexagon;
import dev.portico.application.shared.RunDueTask;
import dev.portico.domain.shared.TaskLane;
import dev.portico.persistence.shared.DatabaseUrl;
import dev.portico.persistence.shared.TestPostgres;
import dev.portico.web.shared.SocketClient;
import dev.portico.web.shared.TestClient;
import dev.portico.web.shared.TestResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed after the gateway took the money and before that is kept. */
@Timeout(180)
class PaymentCrashTest {

  private static final String USER = "alice";

  @TempDir private Path folder;

  private final DatabaseUrl database = TestPostgres.database();

  /** Late enough for the task of the dead to be due. */
  private static final class Later extends Outside {
    @Override
    InstantSource time() {
      return () -> Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MICROS);
    }
  }

  private Map<String, String> environment(CountingGateway gateway) {
    var environment = new HashMap<>(PorticoOnTestDatabase.environment(database));
    environment.putAll(gateway.environment());
    return environment;
  }

  private static TestResponse pay(TestClient client, String token) {
    var user = bearer(token);
    return client.post(
        "/payments/",
        json("amount", 10, "currency", "USD"),
        user[0],
        user[1],
        "Idempotency-Key",
        "once");
  }

  private long count(String query) throws SQLException {
    try (var connection = TestPostgres.connect(database);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      assertThat(rows.next()).isTrue();
      return rows.getLong(1);
    }
  }

  @Test
  @DisplayName("F1: chargesExactlyOnceThoughItIsKilledInBetween")
  void chargesExactlyOnceThoughItIsKilledInBetween() throws SQLException {
    try (var gateway = new CountingGateway()) {
      try (var doomed = PorticoProcess.start(folder, environment(gateway))) {
        var client = new SocketClient(doomed.awaitReady());
        var token = Accounts.registerAndSignIn(client, USER);
        gateway.beforeTheAnswer(doomed::kill);

        assertThatThrownBy(() -> pay(client, token)).isNotNull();
        assertThat(doomed.awaitEnd()).isEqualTo(137);
      }
      gateway.beforeTheAnswer(() -> {});
      assertThat(gateway.asked()).hasSize(1);
      assertThat(count("select count(*) from payments where status = 'pending'")).isEqualTo(1);
      assertThat(count("select count(*) from ledger_entries")).isZero();

      settleOnAnotherNode(gateway);

      // The same charge, asked for twice.
      assertThat(gateway.asked()).hasSize(1).values().containsOnly(2);
      assertThat(count("select count(*) from payments where status = 'succeeded'")).isEqualTo(1);
      assertThat(count("select count(*) from payments")).isEqualTo(1);
      assertThat(count("select count(*) from ledger_entries")).isEqualTo(2);
      assertThat(count("select count(*) from tasks where kind = 'settle-payment'")).isZero();
    }
  }

  private void settleOnAnotherNode(CountingGateway gateway) {
    var settings = Settings.of(RawSettings.collect(environment(gateway), Map.of(), List.of()));
    try (var node = RunningPortico.startWithoutTasks(settings, _ -> {}, new Later())) {
      var client = new SocketClient(node.localUrl());
      var token = Accounts.signIn(client, USER);
      pay(client, token).expectStatus(409);

      var tasks = node.context().getBean(Hexagon.class).runDueTask();
      assertThat(tasks.handle(new RunDueTask.Command(TaskLane.PAYMENTS)))
          .isInstanceOf(RunDueTask.Outcome.Ran.class);

      pay(client, token)
          .expectStatus(200)
          .expectJson("/status", "success")
          .expectHeader("Idempotency-Replayed", "true");
    }
  }
}
