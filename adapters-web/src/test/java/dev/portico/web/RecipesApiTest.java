package dev.portico.web;

import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.ServiceUnderTest.uniqueName;
import static dev.portico.web.shared.TestRequest.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import dev.portico.application.notifications.port.Mailer;
import dev.portico.application.shared.Unavailable;
import dev.portico.application.users.port.PasswordHasher;
import dev.portico.application.users.port.Users;
import dev.portico.application.users.port.WeakPasswords;
import dev.portico.testkit.Isolation;
import dev.portico.testkit.PortOverrides;
import dev.portico.testkit.Rung;
import dev.portico.testkit.TestTasks;
import dev.portico.testkit.TestTime;
import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestClient;
import dev.portico.web.shared.TestRequest;
import dev.portico.web.shared.TestUser;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the kit can do, each thing in its smallest form; docs/testing.md quotes it from here. */
@ApiTest
class RecipesApiTest {

  private static TestRequest.Content registration(String name, String password) {
    return json("username", name, "email", name + "@example.com", "password", password);
  }

  @Test
  void actsAsTwoUsers(TestClient client, TestUser alice, ServiceUnderTest service) {
    var bob = service.testUser();

    client.as(alice).get("/users/me").expectStatus(200).expectJson("/id", alice.id());
    client.as(bob).get("/users/me").expectStatus(200).expectJson("/id", bob.id());
  }

  @Test
  void refusesBadTokens(TestClient client, TestUser user) {
    for (var bad : List.of(user.expiredToken(), user.tamperedToken(), user.foreignToken())) {
      client.get("/users/me", bearer(bad)).expectStatus(401);
    }
  }

  @Test
  void sendsTheSameHeaderEachTime(TestClient client, TestUser user) {
    var counter = "/counters/" + uniqueName();
    var repeating = client.as(user).with("Idempotency-Key", "once");

    repeating.post(counter + "/increment", json()).expectStatus(200);
    repeating.post(counter + "/increment", json()).expectStatus(200);

    client.as(user).get(counter).expectJson("/value", 1);
  }

  @Test
  void overridesAPortByALambda(TestClient client, PortOverrides ports) {
    ports.override(WeakPasswords.class, _ -> true);

    client
        .post("/auth/register", registration(uniqueName(), "correct horse battery"))
        .expectStatus(422)
        .expectErrorsAt("/password");
  }

  @Test
  void putsSomethingAroundAPort(TestClient client, PortOverrides ports) {
    ports.wrap(
        WeakPasswords.class,
        inner -> password -> password.reveal().contains("horse") || inner.contain(password));

    client.post("/auth/register", registration(uniqueName(), "my old horse")).expectStatus(422);
    client.post("/auth/register", registration(uniqueName(), "my other donkey")).expectStatus(201);
  }

  @Test
  void failsOnceAndRecovers(TestClient client, PortOverrides ports) {
    ports.fail(Users.class, new Unavailable("on purpose"), 1);

    client.get("/users/").expectStatus(503);
    client.get("/users/").expectStatus(200);
  }

  @Test
  void bearsASlowPort(TestClient client, PortOverrides ports) {
    ports.delay(Users.class, Duration.ofMillis(20));

    client.within(Duration.ofSeconds(10)).get("/users/").expectStatus(200);
  }

  @Test
  void triesAMailAgainWhenItsTimeHasCome(
      TestClient client, PortOverrides ports, TestTime time, TestTasks tasks) {
    var mailer = ports.spy(Mailer.class);
    ports.fail(Mailer.class, new Unavailable("no mail server"), 1);
    client.post("/notify", json("email", uniqueName() + "@example.com")).expectStatus(200);
    assertThat(tasks.pending()).hasSize(1);

    time.advance(Duration.ofMinutes(5));

    assertThat(tasks.pending()).isEmpty();
    verify(mailer, times(1)).send(any());
  }

  @Test
  void doesBackgroundWorkInAnyOrder(TestClient client, TestTasks tasks) {
    tasks.hold();
    for (int i = 0; i < 3; i++) {
      client.post("/notify", json("email", uniqueName() + "@example.com")).expectStatus(200);
    }

    assertThat(tasks.runAll(42)).isEqualTo(3);
  }

  @Test
  @Isolation(Rung.CLONE)
  void doesBackgroundWorkBesideTheTest(TestClient client, TestTasks tasks, PortOverrides ports) {
    var mailer = ports.spy(Mailer.class);
    tasks.runForReal();

    client.post("/notify", json("email", uniqueName() + "@example.com")).expectStatus(200);

    tasks.awaitNothingDue();
    assertThat(tasks.pending()).isEmpty();
    verify(mailer, times(1)).send(any());
  }

  @Test
  void forgetsBackgroundWork(TestClient client, TestTasks tasks) {
    tasks.forget();

    client.post("/notify", json("email", uniqueName() + "@example.com")).expectStatus(200);
  }

  @Test
  @Isolation(Rung.CLONE)
  void registersOneOfTwoAtTheSameMoment(TestClient client, PortOverrides ports) {
    var gate = ports.gate(PasswordHasher.class, "hash");
    var registration = registration(uniqueName(), "correct horse battery");
    var first = client.async().post("/auth/register", registration);
    var second = client.async().post("/auth/register", registration);

    gate.awaitArrivals(2);
    gate.open();

    assertThat(Stream.of(first, second).map(answer -> answer.join().status()))
        .containsExactlyInAnyOrder(201, 400);
  }

  @Test
  void tellsARoomThroughASocket(TestClient client, TestUser user) {
    var room = "/ws/chat?room=" + uniqueName();
    try (var speaker = client.as(user).websocket(room);
        var listener = client.as(user).websocket(room)) {
      speaker.sendJson("message", "Hello");

      speaker.receiveJson().expectJson("/content", "Hello");
      listener.receiveJson().expectJson("/content", "Hello");
      listener.assertNoMessage();
    }
  }

  @Test
  void closesASocketThatSaysTooMuch(TestClient client, TestUser user) {
    try (var socket = client.as(user).websocket("/ws/chat?room=" + uniqueName())) {
      socket.sendText("x".repeat(17 * 1024));

      socket.expectClose(1009);
    }
  }

  @Test
  void refusesAStrangerAtTheDoor(TestClient client) {
    client.refusedWebsocket("/ws/chat?room=" + uniqueName()).expectStatus(401);
  }
}
