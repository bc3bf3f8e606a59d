package dev.portico.bootstrap;

import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.ServiceUnderTest.uniqueName;
import static dev.portico.web.shared.TestRequest.form;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.access.RefreshChain;
import dev.portico.domain.shared.CanIgnoreReturnValue;
import dev.portico.persistence.shared.DatabaseUrl;
import dev.portico.persistence.shared.TestPostgres;
import dev.portico.testkit.TestTime;
import dev.portico.web.shared.SocketClient;
import dev.portico.web.shared.TestClient;
import dev.portico.web.shared.TestResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sessions of two nodes that work on one database. */
@Timeout(180)
class SessionNodesTest {

  private static final int ROUNDS = 20;
  private static final int AT_ONCE = 50;

  private final DatabaseUrl database = TestPostgres.database();
  private final TestTime time = new TestTime();
  private final String name = uniqueName();
  private RunningPortico one = start();
  private RunningPortico two = start();

  /** The world with the test's time. */
  private final class World extends Outside {
    @Override
    InstantSource time() {
      return time;
    }
  }

  private RunningPortico start() {
    return RunningPortico.startWithoutTasks(
        Settings.of(
            RawSettings.collect(PorticoOnTestDatabase.environment(database), Map.of(), List.of())),
        _ -> {},
        new World());
  }

  @BeforeEach
  void register() {
    Accounts.registerAndSignIn(at(one), name);
  }

  @AfterEach
  void stop() {
    one.close();
    two.close();
  }

  private static TestClient at(RunningPortico node) {
    return new SocketClient(node.localUrl());
  }

  private TestResponse signIn(RunningPortico node) {
    return at(node)
        .post("/auth/token", form("username", name, "password", Accounts.PASSWORD))
        .expectStatus(200);
  }

  private static TestResponse refresh(RunningPortico node, String token) {
    return at(node)
        .post("/auth/token", form("grant_type", "refresh_token", "refresh_token", token));
  }

  @CanIgnoreReturnValue
  private static TestResponse whoIsThere(RunningPortico node, String token) {
    return at(node).get("/users/me", bearer(token));
  }

  private List<String> rows(String query) throws SQLException {
    try (var connection = TestPostgres.connect(database);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      var all = new ArrayList<String>();
      while (rows.next()) {
        all.add(rows.getString(1));
      }
      return all;
    }
  }

  private List<TestResponse> refreshAtOnce(String token) {
    return AtOnce.ask(AT_ONCE, i -> refresh(i % 2 == 0 ? one : two, token));
  }

  @Test
  @DisplayName("RF-2: exchangesATokenOnceHoweverManyAskAtOnce")
  void exchangesATokenOnceHoweverManyAskAtOnce() throws Exception {
    var token = signIn(one).text("/refresh_token");
    for (int round = 1; round <= ROUNDS; round++) {
      var successors = new HashSet<String>();
      for (var answer : refreshAtOnce(token)) {
        // One that got no connection in time may say so.
        assertThat(answer.status()).isIn(200, 503);
        if (answer.status() == 200) {
          successors.add(answer.text("/refresh_token"));
        }
      }

      assertThat(successors).hasSize(1);
      assertThat(rows("select max(number) from sessions")).containsExactly("" + round);
      token = successors.iterator().next();
    }
    whoIsThere(two, refresh(two, token).expectStatus(200).text("/access_token")).expectStatus(200);
  }

  @Test
  @DisplayName("RF-3: knowsAReplayAfterARestart")
  void knowsAReplayAfterARestart() {
    var first = signIn(one).text("/refresh_token");
    var second = refresh(two, first).expectStatus(200);
    one.close();
    two.close();
    one = start();
    two = start();
    time.advance(RefreshChain.GRACE);

    refresh(one, first).expectStatus(400);

    refresh(two, second.text("/refresh_token")).expectStatus(400);
    whoIsThere(one, second.text("/access_token")).expectStatus(401);
  }

  @Test
  @DisplayName("RF-3: knowsAGrandparentWithinOneSecond")
  void knowsAGrandparentWithinOneSecond() {
    var first = signIn(one).text("/refresh_token");
    var second = refresh(two, first).expectStatus(200).text("/refresh_token");
    var third = refresh(one, second).expectStatus(200).text("/refresh_token");

    refresh(two, first).expectStatus(400);

    refresh(one, third).expectStatus(400);
  }

  @Test
  @DisplayName("RF-7: endsOnTheOtherNodeInTime")
  void endsOnTheOtherNodeInTime() {
    var tokens = signIn(one);
    var access = tokens.text("/access_token");
    whoIsThere(two, access).expectStatus(200);

    at(one).send("POST", "/auth/logout", bearer(access)).expectStatus(204);

    whoIsThere(one, access).expectStatus(401);
    refresh(two, tokens.text("/refresh_token")).expectStatus(400);
    time.advance(Duration.ofSeconds(3));
    whoIsThere(two, access).expectStatus(401);
  }

  private static List<String> traces(String token) {
    byte[] bytes = Base64.getUrlDecoder().decode(token.substring(4));
    byte[] secret = Arrays.copyOfRange(bytes, 20, 52);
    return List.of(
        token.substring(4),
        HexFormat.of().formatHex(secret).substring(0, 16),
        HexFormat.of().formatHex(secret).substring(48),
        Base64.getUrlEncoder().encodeToString(secret).substring(0, 16),
        Base64.getEncoder().encodeToString(secret).substring(0, 16));
  }

  @Test
  @DisplayName("RF-5: keepsNoToken")
  void keepsNoToken() throws SQLException {
    var tokens = new HashSet<String>();
    for (int i = 0; i < 10; i++) {
      var token = signIn(one).text("/refresh_token");
      tokens.add(token);
      for (int turn = 0; turn < i % 3; turn++) {
        token = refresh(two, token).expectStatus(200).text("/refresh_token");
        tokens.add(token);
      }
    }

    var dump = String.join("\n", rows("select s::text from sessions s"));

    assertThat(dump.lines()).hasSizeGreaterThan(10);
    assertThat(tokens).hasSize(19);
    for (var token : tokens) {
      assertThat(dump).doesNotContain(traces(token));
    }
  }

  @Test
  @DisplayName("WS-2, RF-7: closesASocketOnTheOtherNode")
  void closesASocketOnTheOtherNode() {
    try (var here = PorticoOnTestDatabase.start(database, Map.of());
        var there = PorticoOnTestDatabase.start(database, Map.of())) {
      here.runTasks();
      there.runTasks();
      var access = signIn(here).text("/access_token");
      try (var socket = at(there).websocket("/ws/chat?room=" + name, bearer(access));
          var other = at(here).websocket("/ws/chat?room=" + name, bearer(access))) {
        at(here).send("POST", "/auth/logout", bearer(access)).expectStatus(204);

        socket.expectClose(1008, Duration.ofSeconds(5));
        other.expectClose(1008, Duration.ofSeconds(5));
      }
    }
  }
}
