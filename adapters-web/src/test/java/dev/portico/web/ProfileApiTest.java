package dev.portico.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What everyone may see: the greeting, the health, profiles.
 *
 * <p>Written once and run wherever a service can be had: over fakes in this module, on PostgreSQL
 * and a socket in bootstrap. Tests share that service, so each uses names of its own.
 */
@ApiTest
class ProfileApiTest {

  private final ServiceUnderTest service;

  ProfileApiTest(ServiceUnderTest service) {
    this.service = service;
  }

  @Test
  void greets() {
    service.client().get("/").expectStatus(200).expectJson("", Map.of("message", "Hello World"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/health/live", "/health/ready"})
  void isWell(String path) {
    service.client().get(path).expectStatus(200).expectJson("", Map.of("status", "ok"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonexistent-id", "1", "01906c4e-8f00-7abc-8def-0123456789ab"})
  void findsNoUserByAnUnknownId(String id) {
    service.client().get("/users/" + id).expectStatus(404).expectDetail("User not found");
  }

  @Test
  void showsAProfileToEveryone() {
    var user = service.add(service.someone().withFullName("Алиса 🦊").build());

    service
        .client()
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
    var user = service.add(service.someone().inactive().build());

    service.client().get("/users/" + user.id()).expectStatus(404).expectDetail("User not found");
  }

  @Test
  void listsUsersPageByPage() {
    for (int i = 0; i < 3; i++) {
      service.add(service.someone().createdAt(Instant.parse("2999-01-01T00:00:00Z")).build());
    }

    var first = service.client().get("/users/?limit=2").expectStatus(200);
    var second =
        service
            .client()
            .get("/users?limit=2&cursor=" + first.text("/next_cursor"))
            .expectStatus(200);

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
    // Here, since a service that virtual threads were the first to ask for would never start.
    var client = service.client();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers =
          Stream.of("/", "/users/", "/health", "/openapi.json")
              .map(path -> threads.submit(() -> client.get(path)))
              .toList();
      for (var answer : answers) {
        answer.get().expectStatus(200);
      }
    }
  }
}
