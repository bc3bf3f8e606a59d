package dev.portico.bootstrap;

import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.TestRequest.form;
import static dev.portico.web.shared.TestRequest.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.access.port.Standings;
import dev.portico.persistence.shared.DatabaseUrl;
import dev.portico.persistence.shared.TestPostgres;
import dev.portico.testkit.TestTime;
import dev.portico.web.shared.SocketClient;
import dev.portico.web.shared.TestClient;
import dev.portico.web.shared.TestRequest;
import dev.portico.web.shared.TestResponse;
import dev.portico.web.shared.Upkeep;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an administrator does on one node, as seen on another. */
class TwoNodesTest {

  private static final String PASSWORD = "correct horse battery";

  /** Within the five seconds that are promised. */
  private static final java.time.Duration SOON = Standings.AGE;

  private final TestTime time = new TestTime();
  private final DatabaseUrl database = TestPostgres.database();
  private final RunningPortico first = start();
  private final RunningPortico second = start();
  private final TestClient here = new SocketClient(first.localUrl());
  private final TestClient there = new SocketClient(second.localUrl());
  private final String admin = signIn(here, "first-admin").text("/access_token");
  private final String user = register("alice");

  private RunningPortico start() {
    var environment = new HashMap<>(PorticoOnTestDatabase.environment(database));
    environment.put("ADMIN_USERNAME", "first-admin");
    environment.put("ADMIN_PASSWORD", PASSWORD);
    var settings = Settings.of(RawSettings.collect(environment, Map.of(), List.of()));
    return RunningPortico.startWithoutTasks(
        settings,
        _ -> {},
        new Outside() {
          @Override
          InstantSource time() {
            return time;
          }
        });
  }

  @AfterEach
  void stop() {
    first.close();
    second.close();
  }

  private String register(String name) {
    return here.post(
            "/auth/register",
            json("username", name, "email", name + "@example.com", "password", PASSWORD))
        .expectStatus(201)
        .text("/id");
  }

  private static TestResponse signIn(TestClient client, String name) {
    return client
        .post("/auth/token", form("username", name, "password", PASSWORD))
        .expectStatus(200);
  }

  private void patch(Object... members) {
    here.send(
            TestRequest.of("PATCH", "/users/" + user)
                .with(json(members))
                .with(List.of(bearer(admin))))
        .expectStatus(204);
  }

  private static TestResponse refresh(TestClient client, TestResponse tokens) {
    return client.post(
        "/auth/token",
        form("grant_type", "refresh_token", "refresh_token", tokens.text("/refresh_token")));
  }

  @Test
  @DisplayName("RF-7: turnsTheDeactivatedAwayOnTheOtherNode")
  void turnsTheDeactivatedAwayOnTheOtherNode() {
    var tokens = signIn(there, "alice");
    assertOutThereOnce(tokens, () -> patch("is_active", false));
  }

  @Test
  @DisplayName("RF-7: turnsTheDeletedAwayOnTheOtherNode")
  void turnsTheDeletedAwayOnTheOtherNode() {
    var tokens = signIn(there, "alice");
    assertOutThereOnce(
        tokens, () -> here.send("DELETE", "/users/" + user, bearer(admin)).expectStatus(204));
  }

  private void assertOutThereOnce(TestResponse tokens, Runnable done) {
    var access = tokens.text("/access_token");
    var cookie = new String[] {"Cookie", "access_token=" + access};
    there.get("/users/me", bearer(access)).expectStatus(200);
    there.get("/protected/cookie", cookie).expectStatus(200);
    var socket = there.websocket("/ws/chat?room=two", bearer(access));

    done.run();

    refresh(there, tokens).expectStatus(400);
    here.get("/users/me", bearer(access)).expectStatus(401);
    time.advance(SOON);
    there.get("/users/me", bearer(access)).expectStatus(401);
    there.get("/protected/cookie", cookie).expectStatus(401);
    second.context().getBeansOfType(Upkeep.class).values().forEach(it -> it.round().run());
    socket.expectClose(1008);
  }

  @Test
  @DisplayName("AZ-5: turnsTheDemotedAwayOnTheOtherNode")
  void turnsTheDemotedAwayOnTheOtherNode() {
    patch("roles", List.of("admin"));
    var access = signIn(there, "alice").text("/access_token");
    there.get("/audit", bearer(access)).expectStatus(200);

    patch("roles", List.of());

    here.get("/audit", bearer(access)).expectStatus(403);
    time.advance(SOON);
    there.get("/audit", bearer(access)).expectStatus(403);
    there.get("/users/me", bearer(access)).expectStatus(200);
  }

  @Test
  @DisplayName("SC-2: makesOneFirstAdminOverTheNodes")
  void makesOneFirstAdminOverTheNodes() {
    var admins = there.get("/users/?role=admin", bearer(admin)).expectStatus(200);

    assertThat(admins.json().at("/items").size()).isEqualTo(1);
    admins
        .expectJson("/items/0/username", "first-admin")
        .expectJson("/items/0/email", "admin@portico.invalid");
    here.get("/audit?kind=first_admin_appointed", bearer(admin))
        .expectJson("/items/0/address", null);
  }
}
