package dev.portico.bootstrap;

import static dev.portico.web.shared.ServiceUnderTest.uniqueName;
import static dev.portico.web.shared.TestRequest.form;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.access.AttemptRule;
import dev.portico.persistence.shared.DatabaseUrl;
import dev.portico.persistence.shared.TestPostgres;
import dev.portico.web.shared.SocketClient;
import dev.portico.web.shared.TestClient;
import dev.portico.web.shared.TestRequest;
import dev.portico.web.shared.TestResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Guessing at passwords over two nodes of one database, both behind a proxy on this machine. */
@Timeout(180)
class ThrottleNodesTest {

  private static final int GUESSES = 200;

  private final DatabaseUrl database = TestPostgres.database();
  private final RunningPortico one = start();
  private final RunningPortico two = start();
  private final List<TestClient> nodes =
      List.of(new SocketClient(one.localUrl()), new SocketClient(two.localUrl()));
  private final String name = uniqueName();

  private RunningPortico start() {
    return PorticoOnTestDatabase.start(database, Map.of("TRUSTED_PROXIES", "127.0.0.1"));
  }

  @AfterEach
  void stop() {
    one.close();
    two.close();
  }

  private TestResponse signIn(int number, String password, String client) {
    return nodes
        .get(number % 2)
        .post(
            "/auth/token", form("username", name, "password", password), "X-Forwarded-For", client);
  }

  /** A guess that is looked at is answered 401, or 503 where there is no room to look at it. */
  @Test
  @DisplayName("TH-5: looksAtTenGuessesHoweverManyComeAtOnce")
  void looksAtTenGuessesHoweverManyComeAtOnce() {
    Accounts.registerAndSignIn(nodes.getFirst(), name);

    var statuses =
        AtOnce.ask(GUESSES, i -> signIn(i, "wrong horse", "203.0.113." + i % 100).status());

    int allowed = AttemptRule.DEFAULT.perAccount();
    assertThat(statuses).isSubsetOf(401, 429, 503);
    assertThat(statuses).filteredOn(status -> status == 401).hasSizeBetween(1, allowed);
    // Those that found no room have given their places back.
    for (int i = 0; i < allowed; i++) {
      assertThat(signIn(i, "wrong horse", "203.0.113.200").status()).isIn(401, 429);
    }
    assertThat(signIn(0, Accounts.PASSWORD, "203.0.113.201").status()).isEqualTo(429);
    assertThat(signIn(1, Accounts.PASSWORD, "203.0.113.201").status()).isEqualTo(429);
  }

  @Test
  @DisplayName("TH-7, TH-4: tellsClientsBehindItsProxyApart")
  void tellsClientsBehindItsProxyApart() {
    for (int i = 0; i < AttemptRule.DEFAULT.perAddress(); i++) {
      guessAtNobody(i, "203.0.113.1");
    }

    assertThat(guessAtNobody(0, "203.0.113.1").status()).isEqualTo(429);
    assertThat(guessAtNobody(1, "198.51.100.9, 203.0.113.1").status()).isEqualTo(429);
    assertThat(guessAtNobody(1, "203.0.113.2").status()).isEqualTo(401);
  }

  private TestResponse guessAtNobody(int number, String client) {
    return nodes
        .get(number % 2)
        .post(
            "/auth/token",
            form("username", uniqueName(), "password", "wrong horse"),
            "X-Forwarded-For",
            client);
  }

  @Test
  @DisplayName("SC-3: letsNobodyInWhereGuessesCannotBeCounted")
  void letsNobodyInWhereGuessesCannotBeCounted() throws SQLException {
    Accounts.registerAndSignIn(nodes.getFirst(), name);
    change("alter table login_attempts rename to elsewhere");

    var refused =
        nodes
            .getFirst()
            .sendToFail(
                TestRequest.of("POST", "/auth/token")
                    .with(form("username", name, "password", Accounts.PASSWORD)));
    assertThat(refused.status()).isGreaterThanOrEqualTo(500);

    change("alter table elsewhere rename to login_attempts");
    signIn(0, Accounts.PASSWORD, "203.0.113.1").expectStatus(200);
  }

  private void change(String sql) throws SQLException {
    try (var connection = TestPostgres.connect(database);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
