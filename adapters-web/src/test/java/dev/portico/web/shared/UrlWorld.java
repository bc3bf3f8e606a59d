package dev.portico.web.shared;

import static dev.portico.web.shared.TestRequest.form;
import static dev.portico.web.shared.TestRequest.json;

import dev.portico.application.access.port.AccessTokens;
import dev.portico.application.access.port.Sessions;
import dev.portico.application.users.port.PasswordHasher;
import dev.portico.application.users.port.Users;
import dev.portico.domain.users.EmailAddress;
import dev.portico.domain.users.FullName;
import dev.portico.domain.users.Role;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserId;
import dev.portico.domain.users.Username;
import dev.portico.testkit.Capability;
import dev.portico.testkit.NotHere;
import dev.portico.testkit.PortOverrides;
import dev.portico.testkit.Rung;
import dev.portico.testkit.TestScope;
import dev.portico.testkit.TestTasks;
import dev.portico.testkit.TestTime;
import dev.portico.web.access.TokenForge;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A deployed service: what a test needs of it, it gets by the API or not at all. Nothing is cleaned
 * up, so every test uses names of its own.
 */
final class UrlWorld implements ServiceUnderTest {

  /** Tests that mind when a user was added say a later time than builders do by themselves. */
  private static final Instant LATEST_UNMINDED = TestTime.START.plus(Duration.ofDays(1));

  private static final List<String> PASSWORDS = List.of(PASSWORD, "TestPass123!");

  private static final String ADMIN_USERNAME = "portico.admin.username";
  private static final String ADMIN_PASSWORD = "portico.admin.password";

  private final TestScope scope;
  private final TestClient client;

  /** Somebody whose address is held. */
  private @Nullable User holder;

  UrlWorld(String test, URI base) {
    // Its database is real and nobody rolls it back, which is what a clone is to a test.
    scope = TestScope.open(test, Rung.CLONE);
    client = new SocketClient(base);
  }

  @Override
  public TestScope scope() {
    return scope;
  }

  @Override
  public TestClient client() {
    return client;
  }

  @Override
  public User add(User user) {
    if (!user.active() || !user.roles().isEmpty() || user.createdAt().isAfter(LATEST_UNMINDED)) {
      throw NotHere.lacks(Capability.STORES);
    }
    var members = new LinkedHashMap<String, Object>();
    members.put("username", user.username().text());
    members.put("email", user.email().text());
    members.put("password", PASSWORD);
    user.fullName().map(FullName::text).ifPresent(name -> members.put("full_name", name));
    var added = client.post("/auth/register", json(members)).expectStatus(201);
    return new User(
        UserId.parse(added.text("/id")).orThrow(),
        user.username(),
        user.email(),
        false,
        user.fullName(),
        true,
        Set.of(),
        Instant.parse(added.text("/created_at")));
  }

  /** The one that the run was told of; nobody makes administrators of a service by testing it. */
  @Override
  public TestUser testAdmin() {
    var name = System.getProperty(ADMIN_USERNAME, "");
    var password = System.getProperty(ADMIN_PASSWORD, "");
    if (name.isEmpty() || password.isEmpty()) {
      throw NotHere.lacks(Capability.ADMIN);
    }
    var token =
        client
            .post("/auth/token", form("username", name, "password", password))
            .expectStatus(200)
            .text("/access_token");
    var account = client.get("/users/me", ServiceUnderTest.bearer(token)).expectStatus(200);
    return new TestUser(
        this,
        new User(
            UserId.parse(account.text("/id")).orThrow(),
            Username.parse(account.text("/username")).orThrow(),
            EmailAddress.parse(account.text("/email")).orThrow(),
            false,
            Optional.empty(),
            true,
            Set.of(Role.ADMIN),
            Instant.parse(account.text("/created_at"))));
  }

  @Override
  public String passwordOf(User user) {
    return user.has(Role.ADMIN) ? System.getProperty(ADMIN_PASSWORD, "") : PASSWORD;
  }

  /**
   * Asked without leaving a trace. A name is tried with an address that is held, and of two that
   * are held the name is the one that is told; an address is nobody's if none of the passwords that
   * tests use opens it.
   */
  @Override
  public boolean knows(String name) {
    return name.contains("@")
        ? PASSWORDS.stream().anyMatch(password -> opens(name, password))
        : isHeld(name);
  }

  private boolean opens(String name, String password) {
    return client.post("/auth/token", form("username", name, "password", password)).status() != 401;
  }

  private boolean isHeld(String name) {
    if (holder == null) {
      holder = newUser();
    }
    return client
        .post(
            "/auth/register",
            json("username", name, "email", holder.email().text(), "password", PASSWORD))
        .body()
        .contains("Username already registered");
  }

  @Override
  public String issue(User user) {
    return tokenOf(user);
  }

  @Override
  public Users users() {
    throw NotHere.lacks(Capability.STORES);
  }

  @Override
  public void deliverWebhooks() {
    throw NotHere.lacks(Capability.TASKS);
  }

  @Override
  public PasswordHasher passwordHasher() {
    throw NotHere.lacks(Capability.STORES);
  }

  @Override
  public Sessions sessions() {
    throw NotHere.lacks(Capability.STORES);
  }

  @Override
  public AccessTokens accessTokens() {
    throw NotHere.lacks(Capability.KEYS);
  }

  @Override
  public TokenForge tokens() {
    throw NotHere.lacks(Capability.KEYS);
  }

  @Override
  public PortOverrides ports() {
    throw NotHere.lacks(Capability.OVERRIDES);
  }

  @Override
  public TestTasks tasks() {
    throw NotHere.lacks(Capability.TASKS);
  }

  @Override
  public TestTime time() {
    throw NotHere.lacks(Capability.TIME);
  }
}
