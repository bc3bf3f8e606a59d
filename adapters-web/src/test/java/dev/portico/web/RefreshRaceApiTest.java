package dev.portico.web;

import static dev.portico.testkit.Race.race;
import static dev.portico.web.shared.ServiceUnderTest.PASSWORD;
import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.TestRequest.form;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.testkit.Isolation;
import dev.portico.testkit.Rung;
import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.TestClient;
import dev.portico.web.shared.TestResponse;
import dev.portico.web.shared.TestUser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One refresh token, asked for by many at once. */
@ApiTest
@Isolation(Rung.CLONE)
class RefreshRaceApiTest {

  private final TestClient client;
  private final TestResponse tokens;

  RefreshRaceApiTest(TestClient client, TestUser user) {
    this.client = client;
    tokens =
        client
            .post("/auth/token", form("username", user.username(), "password", PASSWORD))
            .expectStatus(200);
  }

  private TestResponse refresh(String token) {
    return client.post("/auth/token", form("grant_type", "refresh_token", "refresh_token", token));
  }

  @Test
  @DisplayName("RF-2: givesAllTheSameSuccessor")
  void givesAllTheSameSuccessor() {
    var token = tokens.text("/refresh_token");

    var successors =
        race(20).run(_ -> refresh(token).expectStatus(200).text("/refresh_token")).stream()
            .distinct()
            .toList();

    assertThat(successors).hasSize(1).doesNotContain(token);
    refresh(successors.getFirst()).expectStatus(200);
  }

  @Test
  void leavesNothingGoodWhereASignOutMeetsARefresh() {
    var token = tokens.text("/refresh_token");
    var access = tokens.text("/access_token");

    var answers =
        race(4)
            .run(i ->
                i == 0
                    ? client.send("POST", "/auth/logout", bearer(access)).expectStatus(204)
                    : refresh(token));

    for (var answer : answers.subList(1, 4)) {
      if (answer.status() == 200) {
        client.get("/users/me", bearer(answer.text("/access_token"))).expectStatus(401);
        refresh(answer.text("/refresh_token")).expectStatus(400);
      }
    }
  }
}
