package dev.portico.web.chapter;

import static dev.portico.web.shared.TestRequest.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestClient;
import dev.portico.web.shared.TestRequest;
import dev.portico.web.shared.TestUser;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 15.1: a client for unit tests of endpoints. */
@ApiTest
class BasicApiTest {

  private static TestRequest.Content registration(String name) {
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
  void readsMain(TestClient client) {
    client.get("/").expectStatus(200).expectJson("", Map.of("message", "Hello World"));
  }

  @Test
  void createsAUser(TestClient client) {
    var name = ServiceUnderTest.uniqueName();

    var created = client.post("/auth/register", registration(name)).expectStatus(201);

    created.expectJson("/username", name);
    assertThat(created.text("/id")).isNotBlank();
    assertThat(created.json().propertyNames()).noneMatch(member -> member.contains("password"));
  }

  @Test
  void createsNoDuplicate(TestClient client, TestUser user) {
    client.post("/auth/register", registration(user.username())).expectStatus(400);
  }

  @Test
  void findsNoUserThatIsNotThere(TestClient client) {
    client.get("/users/nonexistent-id").expectStatus(404).expectDetail("User not found");
  }
}
