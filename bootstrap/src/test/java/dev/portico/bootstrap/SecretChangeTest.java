package dev.portico.bootstrap;

import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.ServiceUnderTest.uniqueName;
import static dev.portico.web.shared.TestRequest.form;
import static dev.portico.web.shared.TestRequest.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.persistence.shared.DatabaseUrl;
import dev.portico.persistence.shared.TestPostgres;
import dev.portico.web.shared.SocketClient;
import dev.portico.web.shared.TestClient;
import dev.portico.web.shared.TestResponse;
import dev.portico.web.shared.Upkeep;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** SC-4: another SECRET_KEY takes over, and nobody is signed out. */
@Timeout(180)
class SecretChangeTest {

  private static final String A = "kX93vQ0aPz7LmT2hRw8BnC4yDe6FgJ1u";
  private static final String B = "Zt5nW8cK1xQ7sV3bM9pL2dG6hJ4fR0aY";

  private final DatabaseUrl database = TestPostgres.database();
  private final String name = uniqueName();
  private String token = "";
  private String cursor = "";
  private String event = "";
  private String refreshToken = "";

  private void with(String secret, String previous, Consumer<TestClient> work) {
    try (var service = start(secret, previous)) {
      work.accept(new SocketClient(service.localUrl()));
    }
  }

  private RunningPortico start(String secret, String previous) {
    var environment = new HashMap<>(PorticoOnTestDatabase.environment(database));
    environment.put("SECRET_KEY", secret);
    environment.put("SECRET_KEY_PREVIOUS", previous);
    return RunningPortico.startWithoutTasks(
        Settings.of(RawSettings.collect(environment, Map.of(), List.of())), _ -> {}, new Outside());
  }

  private void begin(TestClient client) {
    Accounts.registerAndSignIn(client, uniqueName());
    token = Accounts.registerAndSignIn(client, name);
    refreshToken =
        client
            .post("/auth/token", form("username", name, "password", Accounts.PASSWORD))
            .text("/refresh_token");
    cursor = client.get("/users/?limit=1").expectStatus(200).text("/next_cursor");
    event = record(client).expectStatus(201).text("/id");
  }

  /** The same request each time. */
  private TestResponse record(TestClient client) {
    return client
        .with(bearer(token))
        .post("/events/", json("name", "secret.changed"), "Idempotency-Key", "once");
  }

  private void expectNothingLost(TestClient client) {
    Accounts.assertRecognised(client, name, token);
    refreshToken =
        client
            .post("/auth/token", form("grant_type", "refresh_token", "refresh_token", refreshToken))
            .expectStatus(200)
            .text("/refresh_token");
    client.get("/users/?limit=1&cursor=" + cursor).expectStatus(200);
    assertThat(record(client).expectStatus(201).text("/id")).isEqualTo(event);
  }

  @Test
  @DisplayName("SC-4: signsNobodyOut")
  void signsNobodyOut() {
    with(A, "", this::begin);
    with(B, A, this::expectNothingLost);
    // What was sealed with the former one is sealed with the present one now.
    with(B, "", client -> Accounts.assertRecognised(client, name, token));
    assertThatThrownBy(() -> start(A, ""))
        .isInstanceOf(StartRefused.class)
        .hasMessage(
            "SECRET_KEY is not the one the signing keys of this database were sealed with.");
  }

  @Test
  @DisplayName("SC-4: changesNodeByNode")
  void changesNodeByNode() {
    with(A, "", this::begin);
    try (var first = start(A, B);
        var second = start(A, B)) {
      var atFirst = new SocketClient(first.localUrl());
      expectNothingLost(atFirst);
      with(B, A, this::expectNothingLost);
      // Sealed with the new one now, which the nodes that are still to be restarted can open.
      lookAfterKeys(first);
      expectNothingLost(atFirst);
      expectNothingLost(new SocketClient(second.localUrl()));
    }
  }

  private static void lookAfterKeys(RunningPortico node) {
    node.context().getBean("keyUpkeep", Upkeep.class).round().run();
  }
}
