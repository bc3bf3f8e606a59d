package dev.portico.web.shared;

import static dev.portico.web.shared.TestRequest.form;
import static dev.portico.web.shared.TestRequest.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.ChangedPorts;
import dev.portico.application.Ports;
import dev.portico.application.users.port.InMemoryPasswordHasher;
import dev.portico.application.users.port.PasswordHasher;
import dev.portico.domain.users.Password;
import dev.portico.domain.users.PasswordHash;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A hash is dear; nobody gets one for nothing (PW-3). */
class PasswordCostTest {

  private final AtomicInteger hashes = new AtomicInteger();
  private final TestClient client = new WebWorld("http://localhost:8000", this::counting).client();

  private Ports counting(Ports p) {
    return ChangedPorts.with(p, PasswordHasher.class, new Counting());
  }

  private final class Counting implements PasswordHasher {

    private final PasswordHasher hasher = new InMemoryPasswordHasher();

    @Override
    public PasswordHash hash(Password password) {
      hashes.incrementAndGet();
      return hasher.hash(password);
    }

    @Override
    public Match verify(Password password, Optional<PasswordHash> kept) {
      hashes.incrementAndGet();
      return hasher.verify(password, kept);
    }
  }

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
    hashes.set(0);
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

    assertThat(hashes).hasValue(0);
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

    assertThat(hashes).hasValue(0);
  }

  @Test
  @DisplayName("TH-2: computesAHashForAnyName")
  void computesAHashForAnyName() {
    for (var name :
        new String[] {
          "alice", "alice@example.com", "nobody", "no@body", "\u202e", "x".repeat(10_000)
        }) {
      hashes.set(0);

      signIn(name, "wrong").expectStatus(401);

      assertThat(hashes).as(name).hasValue(1);
    }
  }
}
