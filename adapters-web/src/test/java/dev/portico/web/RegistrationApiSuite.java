package dev.portico.web;

import static dev.portico.web.shared.ServiceUnderTest.uniqueName;
import static dev.portico.web.shared.TestRequest.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestClient;
import dev.portico.web.shared.TestRequest.Content;
import dev.portico.web.shared.TestResponse;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Registering, once and at once.
 *
 * <p>Written once and run wherever a service can be had: over fakes in this module, on PostgreSQL
 * and a socket in bootstrap. Tests share that service, so each uses names of its own.
 */
public abstract class RegistrationApiSuite {

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

  @Test
  void registersOneOfManyAtOnce() throws Exception {
    var name = uniqueName();
    // Here, since a service that virtual threads were the first to ask for would never start.
    var client = client();
    var statuses = new ArrayList<Integer>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers =
          IntStream.range(0, 10)
              .mapToObj(
                  _ -> threads.submit(() -> client.post("/auth/register", registration(name))))
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
    var held = service().newUser().username().text();

    client().post("/users/", json("username", "x"), "Idempotency-Key", key).expectStatus(422);
    client().post("/users/", registration(held), "Idempotency-Key", key).expectStatus(400);
    client().post("/users/", registration(uniqueName()), "Idempotency-Key", key).expectStatus(201);
  }

  @Test
  void carriesOutOneOfManyUnderOneKey() throws Exception {
    var body = registration(uniqueName());
    var key = uniqueName();
    var client = client();
    var answers = new ArrayList<TestResponse>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running =
          IntStream.range(0, 6)
              .mapToObj(
                  _ -> threads.submit(() -> client.post("/users/", body, "Idempotency-Key", key)))
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
