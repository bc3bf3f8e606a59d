package dev.portico.web.shared;

import static dev.portico.web.shared.TestRequest.form;
import static dev.portico.web.shared.TestRequest.json;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import dev.portico.application.users.port.PasswordHasher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A hash is dear; nobody gets one for nothing (PW-3). */
class PasswordCostTest {

  private final WebWorld world = new WebWorld();
  private final TestClient client = world.client();
  private final PasswordHasher hasher = world.ports().spy(PasswordHasher.class);

  private TestResponse register(String password) {
    return client.post(
        "/auth/register",
        json("username", "alice", "email", "alice@example.com", "password", password));
  }

  private TestResponse signIn(String name, String password) {
    return client.post("/auth/token", form("username", name, "password", password));
  }

  @BeforeEach
  void haveAUser() {
    register("TestPass123!").expectStatus(201);
    clearInvocations(hasher);
  }

  @Test
  @DisplayName("PW-3: computesNoHashOfWhatIsTooLong")
  void computesNoHashOfWhatIsTooLong() {
    for (int length : new int[] {257, 1_000_000}) {
      register("a".repeat(length)).expectStatus(422);
      signIn("alice", "a".repeat(length)).expectStatus(400);
    }
    for (int mebibytes : new int[] {1, 10, 50}) {
      register("a".repeat(mebibytes << 20)).expectStatus(413);
      signIn("alice", "a".repeat(mebibytes << 20)).expectStatus(413);
    }

    verifyNoInteractions(hasher);
  }

  @Test
  void computesNoHashForARequestThatFailsAnyway() {
    register("short").expectStatus(422);
    register("password1").expectStatus(422);
    client
        .post("/auth/register", json("username", "x", "email", "y", "password", "TestPass123!"))
        .expectStatus(422);
    client
        .post(
            "/auth/token/cookie",
            form("username", "alice", "password", "x"),
            "Sec-Fetch-Site",
            "cross-site")
        .expectStatus(403);
    client
        .post("/auth/token", form("username", "alice", "password", "x", "grant_type", "y"))
        .expectStatus(400);
    signIn("", "x").expectStatus(400);

    verifyNoInteractions(hasher);
  }

  @Test
  @DisplayName("TH-2: computesAHashForAnyName")
  void computesAHashForAnyName() {
    for (var name :
        new String[] {
          "alice", "alice@example.com", "nobody", "no@body", "\u202e", "x".repeat(10_000)
        }) {
      clearInvocations(hasher);

      signIn(name, "wrong").expectStatus(401);

      verify(hasher, times(1)).verify(any(), any());
    }
  }
}
