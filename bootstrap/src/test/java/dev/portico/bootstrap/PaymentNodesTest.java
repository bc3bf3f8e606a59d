package dev.portico.bootstrap;

import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.ServiceUnderTest.uniqueName;
import static dev.portico.web.shared.TestRequest.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.persistence.shared.DatabaseUrl;
import dev.portico.persistence.shared.TestPostgres;
import dev.portico.web.shared.SocketClient;
import dev.portico.web.shared.TestClient;
import dev.portico.web.shared.TestRequest.Content;
import dev.portico.web.shared.TestResponse;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Money on two nodes that work on one database. {@code ./portico bench-nodes} runs it with more
 * rounds and prints what came of them.
 */
@Timeout(1_200)
class PaymentNodesTest {

  private static final int ROUNDS = Integer.getInteger("portico.rounds", 5);
  private static final int AT_ONCE = 50;

  private final CountingGateway gateway = new CountingGateway();
  private final DatabaseUrl database = TestPostgres.database();
  private final RunningPortico one = PorticoOnTestDatabase.start(database, gateway.environment());
  private final RunningPortico two = PorticoOnTestDatabase.start(database, gateway.environment());
  private final List<TestClient> nodes =
      List.of(new SocketClient(one.localUrl()), new SocketClient(two.localUrl()));
  private final String token = Accounts.registerAndSignIn(nodes.getFirst(), uniqueName());

  @AfterEach
  void stop() {
    one.close();
    two.close();
    gateway.close();
  }

  private TestResponse post(TestClient node, String target, Content body, String... headers) {
    var all = new ArrayList<>(List.of(bearer(token)));
    all.addAll(List.of(headers));
    return node.post(target, body, all.toArray(String[]::new));
  }

  private List<TestResponse> atOnce(String target, Content body, String... headers) {
    return AtOnce.ask(AT_ONCE, i -> post(nodes.get(i % nodes.size()), target, body, headers));
  }

  private BigDecimal number(String query) throws SQLException {
    try (var connection = TestPostgres.connect(database);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      assertThat(rows.next()).isTrue();
      return rows.getBigDecimal(1);
    }
  }

  private void assertBooks(String gatewayHolds) throws SQLException {
    assertThat(number("select coalesce(sum(amount), 0) from ledger_entries")).isZero();
    assertThat(number("select sum(amount) from ledger_entries where account = 'gateway'"))
        .isEqualByComparingTo(gatewayHolds);
  }

  @Test
  @DisplayName("PY-3: chargesOnceForFiftyAtOnceOverTwoNodes")
  void chargesOnceForFiftyAtOnceOverTwoNodes() throws SQLException {
    var millis = new long[ROUNDS];
    var statuses = new ArrayList<Integer>();
    var body = json("amount", 10, "currency", "USD");
    for (int round = 0; round < ROUNDS; round++) {
      var key = uniqueName();
      long begin = System.nanoTime();
      var answers = atOnce("/payments/", body, "Idempotency-Key", key);
      millis[round] = (System.nanoTime() - begin) / 1_000_000;

      // One that got no connection in time may say so.
      answers.forEach(it -> statuses.add(it.status()));
      assertThat(answers).extracting(TestResponse::status).contains(200).isSubsetOf(200, 409, 503);
      var paid = answers.stream().filter(it -> it.status() == 200).map(TestResponse::body).toList();
      assertThat(paid).containsOnly(paid.getFirst());
      var again = post(nodes.get(round % 2), "/payments/", body, "Idempotency-Key", key);
      assertThat(again.expectStatus(200).body()).isEqualTo(paid.getFirst());
    }

    assertThat(gateway.asked()).hasSize(ROUNDS).values().containsOnly(1);
    assertThat(number("select count(*) from payments")).isEqualByComparingTo("" + ROUNDS);
    assertBooks(ROUNDS + "0");
    tell("payments", millis, statuses);
  }

  @Test
  @DisplayName("PY-5: givesNoMoreBackThanWasPaidOverTwoNodes")
  void givesNoMoreBackThanWasPaidOverTwoNodes() throws SQLException {
    var millis = new long[ROUNDS];
    var statuses = new ArrayList<Integer>();
    for (int round = 0; round < ROUNDS; round++) {
      var payment =
          post(nodes.getFirst(), "/payments/", json("amount", 10, "currency", "USD"))
              .expectStatus(200)
              .text("/id");
      long begin = System.nanoTime();
      var answers = atOnce("/payments/" + payment + "/refund", json("amount", 3));
      millis[round] = (System.nanoTime() - begin) / 1_000_000;

      answers.forEach(it -> statuses.add(it.status()));
      assertThat(answers).extracting(TestResponse::status).isSubsetOf(200, 409, 503);
      assertThat(answers).filteredOn(it -> it.status() == 200).hasSize(3);
    }

    assertThat(gateway.asked()).hasSize(4 * ROUNDS).values().containsOnly(1);
    assertThat(number("select min(amount - refunded) from payments")).isEqualByComparingTo("1");
    assertThat(number("select max(amount - refunded) from payments")).isEqualByComparingTo("1");
    assertBooks("" + ROUNDS);
    tell("refunds", millis, statuses);
  }

  private static void tell(String what, long[] millis, List<Integer> statuses) {
    var sorted = Arrays.stream(millis).sorted().toArray();
    System.out.printf(
        "Nodes: %d rounds of %d %s at once: 0 doubles, answers of 200 %d, 409 %d, 503 %d;"
            + " a round %d ms (p50), %d ms (max)%n",
        millis.length,
        AT_ONCE,
        what,
        count(statuses, 200),
        count(statuses, 409),
        count(statuses, 503),
        sorted[sorted.length / 2],
        sorted[sorted.length - 1]);
  }

  private static long count(List<Integer> statuses, int status) {
    return statuses.stream().filter(it -> it == status).count();
  }
}
