package dev.portico.web;

import static dev.portico.web.shared.ServiceUnderTest.PASSWORD;
import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.ServiceUnderTest.uniqueName;
import static dev.portico.web.shared.TestRequest.form;
import static dev.portico.web.shared.TestRequest.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestClient;
import dev.portico.web.shared.TestRequest.Content;
import dev.portico.web.shared.TestResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The main job as clients see it: registering, signing in, being recognised. Written once and run
 * wherever a service can be had: over fakes in this module, on PostgreSQL and a socket in
 * bootstrap. Tests share that service, so each uses names of its own.
 */
public abstract class AccountApiSuite {

  protected abstract ServiceUnderTest service();

  private TestClient client() {
    return service().client();
  }

  private static Content registration(String name) {
    return json(
        "username",
        name,
        "email",
        name + "@example.com",
        "password",
        "TestPass123!",
        "full_name",
        "Test User");
  }

  @Test
  void greets() {
    client().get("/").expectStatus(200).expectJson("", Map.of("message", "Hello World"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/health/live", "/health/ready"})
  void isWell(String path) {
    client().get(path).expectStatus(200).expectJson("", Map.of("status", "ok"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/auth/register", "/users/", "/users"})
  void registersAUser(String path) {
    var name = uniqueName();

    var created = client().post(path, registration(name)).expectStatus(201);

    created.expectJson("/username", name).expectJson("/email", name + "@example.com");
    created.expectJson("/full_name", "Test User").expectJson("/is_active", true);
    assertThat(created.json().propertyNames())
        .containsExactlyInAnyOrder(
            "id", "username", "email", "full_name", "is_active", "created_at");
    assertThat(created.body()).doesNotContain("TestPass123!", "hash");
    assertThat(created.header("Location")).contains("/users/" + created.text("/id"));
  }

  @Test
  void registersAUserWithoutAFullName() {
    var name = uniqueName();

    client()
        .post(
            "/auth/register",
            json("username", name, "email", name + "@example.com", "password", "TestPass123!"))
        .expectStatus(201)
        .expectJson("/full_name", null);
  }

  @Test
  void refusesANameThatIsHeld() {
    var name = uniqueName();
    client().post("/auth/register", registration(name)).expectStatus(201);

    client()
        .post("/auth/register", registration(name))
        .expectStatus(400)
        .expectDetail("Username already registered");
  }

  @Test
  void refusesAnAddressThatIsHeld() {
    var name = uniqueName();
    client().post("/auth/register", registration(name)).expectStatus(201);

    client()
        .post(
            "/auth/register",
            json(
                "username",
                uniqueName(),
                "email",
                name.toUpperCase(Locale.ROOT) + "@EXAMPLE.com",
                "password",
                "TestPass123!"))
        .expectStatus(400)
        .expectDetail("Email already registered");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonexistent-id", "1", "01906c4e-8f00-7abc-8def-0123456789ab"})
  void findsNoUserByAnUnknownId(String id) {
    client().get("/users/" + id).expectStatus(404).expectDetail("User not found");
  }

  @Test
  void showsAProfileToEveryone() {
    var user = service().add(service().someone().withFullName("Алиса 🦊").build());

    client()
        .get("/users/" + user.id())
        .expectStatus(200)
        .expectJson(
            "",
            new TreeMap<>(
                Map.of(
                    "id", user.id().toString(),
                    "username", user.username().text(),
                    "full_name", "Алиса 🦊",
                    "created_at", user.createdAt().toString())));
  }

  @Test
  void hidesAnInactiveUser() {
    var user = service().add(service().someone().inactive().build());

    client().get("/users/" + user.id()).expectStatus(404).expectDetail("User not found");
  }

  @Test
  void signsInWithNameAndPassword() {
    var user = service().add(service().someone().build());

    var signedIn =
        client()
            .post(
                "/auth/token",
                form(
                    "username",
                    user.username().text(),
                    "password",
                    PASSWORD,
                    "grant_type",
                    "password"))
            .expectStatus(200)
            .expectJson("/token_type", "bearer")
            .expectJson("/expires_in", 1800);
    assertThat(signedIn.text("/access_token").split("\\.", -1)).hasSize(3);
    signedIn.expectHeader("Cache-Control", "no-store");
  }

  @Test
  void signsInWithAnAddressInAnyCase() {
    var user = service().add(service().someone().build());

    client()
        .post(
            "/auth/token",
            form("username", user.email().text().toUpperCase(Locale.ROOT), "password", PASSWORD))
        .expectStatus(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/auth/token", "/auth/token/cookie"})
  void refusesAWrongPassword(String path) {
    var user = service().add(service().someone().build());

    var refused =
        client()
            .post(path, form("username", user.username().text(), "password", "wrongpassword"))
            .expectStatus(401)
            .expectDetail("Incorrect username or password")
            .expectJson("/error", "invalid_grant");
    assertThat(refused.cookie("access_token")).isEmpty();
  }

  @Test
  void refusesAnUnknownNameInTheSameWords() {
    var user = service().add(service().someone().build());
    var wrong =
        client()
            .post(
                "/auth/token",
                form("username", user.username().text(), "password", "wrongpassword"));
    var unknown =
        client().post("/auth/token", form("username", uniqueName(), "password", "wrongpassword"));

    assertThat(unknown.status()).isEqualTo(wrong.status());
    assertThat(unknown.headers().keySet()).isEqualTo(wrong.headers().keySet());
    assertThat(withoutId(unknown.body())).isEqualTo(withoutId(wrong.body()));
  }

  private static String withoutId(String body) {
    return body.replaceAll("\"request_id\":\"[^\"]*\"", "");
  }

  @Test
  void refusesAnInactiveUser() {
    var user = service().add(service().someone().inactive().build());

    client()
        .post("/auth/token", form("username", user.username().text(), "password", PASSWORD))
        .expectStatus(400)
        .expectDetail("Inactive user");
  }

  @Test
  void asksForATokenWhereOneIsNeeded() {
    client()
        .get("/users/me")
        .expectStatus(401)
        .expectDetail("Not authenticated")
        .expectHeader("WWW-Authenticate", "Bearer");
  }

  @Test
  void recognisesTheBearer() {
    var user = service().add(service().someone().build());

    client()
        .get("/users/me", bearer(service().tokenOf(user)))
        .expectStatus(200)
        .expectJson("/username", user.username().text())
        .expectJson("/id", user.id().toString())
        .expectJson("/email", user.email().text());
  }

  @Test
  void tellsAnExpiredToken() {
    var user = service().add(service().someone().build());

    var refused =
        client().get("/users/me", bearer(service().tokens().expired(user.id()))).expectStatus(401);

    assertThat(refused.text("/detail")).containsIgnoringCase("expired");
  }

  @Test
  void refusesATamperedToken() {
    var token = service().tokenOf(service().add(service().someone().build()));

    client()
        .get("/users/me", bearer(token.substring(0, token.length() - 4) + "AAAA"))
        .expectStatus(401)
        .expectDetail("Could not validate credentials")
        .expectHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
  }

  @Test
  void refusesTheTokenOfAnInactiveUser() {
    var user = service().add(service().someone().inactive().build());
    var token = service().tokens().token(user.id(), header -> header, claims -> claims);

    client().get("/users/me", bearer(token)).expectStatus(401);
  }

  @Test
  void signsInWithACookie() {
    var user = service().add(service().someone().build());

    var signedIn =
        client()
            .post(
                "/auth/token/cookie",
                form("username", user.username().text(), "password", PASSWORD))
            .expectStatus(200);
    var cookie = signedIn.cookie("access_token").orElseThrow();

    assertThat(signedIn.header("Set-Cookie").orElseThrow())
        .contains("; HttpOnly", "; SameSite=Lax", "; Path=/")
        .doesNotContain("Domain");
    assertThat(signedIn.body()).doesNotContain(cookie);
    client()
        .get("/protected/cookie", "Cookie", "access_token=" + cookie)
        .expectStatus(200)
        .expectJson("/username", user.username().text());
    client()
        .get("/users/me", "Cookie", "access_token=" + cookie)
        .expectStatus(200)
        .expectJson("/username", user.username().text());
  }

  @Test
  void goesByTheCookieAloneWhereItSaysSo() {
    var token = service().tokenOf(service().add(service().someone().build()));

    client().get("/protected/cookie").expectStatus(401).expectDetail("Not authenticated");
    client()
        .get("/protected/cookie", bearer(token))
        .expectStatus(401)
        .expectDetail("Not authenticated");
  }

  @Test
  void refusesACookieAndABearerOfDifferentUsers() {
    var alice = service().tokenOf(service().add(service().someone().build()));
    var bob = service().tokenOf(service().add(service().someone().build()));

    client()
        .get("/users/me", "Authorization", "Bearer " + alice, "Cookie", "access_token=" + bob)
        .expectStatus(400);
    client()
        .get("/users/me", "Authorization", "Bearer " + alice, "Cookie", "access_token=" + alice)
        .expectStatus(200);
  }

  @Test
  void listsUsersPageByPage() {
    for (int i = 0; i < 3; i++) {
      service().add(service().someone().createdAt(Instant.parse("2999-01-01T00:00:00Z")).build());
    }

    var first = client().get("/users/?limit=2").expectStatus(200);
    var second =
        client().get("/users?limit=2&cursor=" + first.text("/next_cursor")).expectStatus(200);

    assertThat(first.json().at("/items").size()).isEqualTo(2);
    var ids =
        Stream.concat(
                first.json().at("/items").valueStream(), second.json().at("/items").valueStream())
            .map(user -> user.get("id").stringValue())
            .toList();
    assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void answersManyRequestsAtOnce() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers =
          Stream.of("/", "/users/", "/health", "/openapi.json")
              .map(path -> threads.submit(() -> client().get(path)))
              .toList();
      for (var answer : answers) {
        answer.get().expectStatus(200);
      }
    }
  }

  @Test
  void registersOneOfManyAtOnce() throws Exception {
    var name = uniqueName();
    var statuses = new ArrayList<Integer>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers =
          IntStream.range(0, 10)
              .mapToObj(
                  _ -> threads.submit(() -> client().post("/auth/register", registration(name))))
              .toList();
      for (var answer : answers) {
        statuses.add(answer.get().status());
      }
    }

    assertThat(statuses).containsOnlyOnce(201).filteredOn(status -> status == 400).hasSize(9);
  }

  @Test
  void carriesARequestOutOncePerKey() {
    var body = registration(uniqueName());
    var key = uniqueName();

    var first = client().post("/auth/register", body, "Idempotency-Key", key).expectStatus(201);
    var again =
        client().post("/auth/register", body, "Idempotency-Key", '"' + key + '"').expectStatus(201);

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    again.expectHeader("Idempotency-Replayed", "true");
    assertThat(first.header("Idempotency-Replayed")).isEmpty();
    client()
        .post("/auth/register", registration(uniqueName()), "Idempotency-Key", key)
        .expectStatus(422);
    client().post("/users/", registration(uniqueName()), "Idempotency-Key", key).expectStatus(201);
  }

  @Test
  void leavesTheKeyFreeWhenRefused() {
    var key = uniqueName();
    var held = service().add(service().someone().build()).username().text();

    client().post("/users/", json("username", "x"), "Idempotency-Key", key).expectStatus(422);
    client().post("/users/", registration(held), "Idempotency-Key", key).expectStatus(400);
    client().post("/users/", registration(uniqueName()), "Idempotency-Key", key).expectStatus(201);
  }

  @Test
  void carriesOutOneOfManyUnderOneKey() throws Exception {
    var body = registration(uniqueName());
    var key = uniqueName();
    var answers = new ArrayList<TestResponse>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running =
          IntStream.range(0, 6)
              .mapToObj(
                  _ -> threads.submit(() -> client().post("/users/", body, "Idempotency-Key", key)))
              .toList();
      for (var answer : running) {
        answers.add(answer.get());
      }
    }

    assertThat(answers).extracting(TestResponse::status).isSubsetOf(201, 409).contains(201);
    assertThat(
            answers.stream()
                .filter(answer -> answer.status() == 201)
                .map(answer -> answer.text("/id"))
                .distinct())
        .hasSize(1);
  }
}
