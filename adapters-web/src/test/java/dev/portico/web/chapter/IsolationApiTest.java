package dev.portico.web.chapter;

import static dev.portico.web.shared.TestRequest.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.testkit.Capability;
import dev.portico.testkit.Isolation;
import dev.portico.testkit.Needs;
import dev.portico.testkit.Rung;
import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestClient;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/**
 * 15.5: each test has the database for itself, whatever the service commits. The same name is taken
 * in every repetition, all of which run at once and in any order.
 */
@ApiTest
@Needs(Capability.STORES)
class IsolationApiTest {

  private static void registerOnce(TestClient client, ServiceUnderTest service) {
    assertThat(service.knows("isolated")).isFalse();

    client
        .post(
            "/auth/register",
            json("username", "isolated", "email", "i@example.com", "password", "TestPass123!"))
        .expectStatus(201);

    assertThat(service.knows("isolated")).isTrue();
  }

  @RepeatedTest(5)
  void forgetsACommittedUser(TestClient client, ServiceUnderTest service) {
    registerOnce(client, service);
  }

  @RepeatedTest(5)
  @Isolation(Rung.CLONE)
  void forgetsACommittedUserWithTheDatabase(TestClient client, ServiceUnderTest service) {
    registerOnce(client, service);
  }

  @Test
  void beginsWithNothing(TestClient client) {
    assertThat(client.get("/users/").expectStatus(200).json().get("items")).isEmpty();
  }
}
