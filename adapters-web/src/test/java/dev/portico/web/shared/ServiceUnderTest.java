package dev.portico.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.access.port.AccessTokens;
import dev.portico.application.access.port.Sessions;
import dev.portico.application.users.port.PasswordHasher;
import dev.portico.application.users.port.Users;
import dev.portico.domain.access.SessionId;
import dev.portico.domain.shared.CanIgnoreReturnValue;
import dev.portico.domain.users.Password;
import dev.portico.domain.users.SignInName;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserBuilder;
import dev.portico.domain.users.UserId;
import dev.portico.testkit.PortOverrides;
import dev.portico.testkit.TestScope;
import dev.portico.testkit.TestTasks;
import dev.portico.testkit.TestTime;
import dev.portico.web.access.TokenForge;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * The service as one test has it, wherever it runs, and the doors a test needs besides its API. A
 * door that is not to be had here ends the test, which counts as skipped with the reason.
 */
public interface ServiceUnderTest extends AutoCloseable {

  String PASSWORD = "correct horse battery";

  /** What belongs to the test and to no other. */
  TestScope scope();

  TestClient client();

  Users users();

  PasswordHasher passwordHasher();

  Sessions sessions();

  AccessTokens accessTokens();

  TokenForge tokens();

  default PortOverrides ports() {
    return scope().get(PortOverrides.class);
  }

  default TestTime time() {
    return scope().get(TestTime.class);
  }

  default TestTasks tasks() {
    return scope().get(TestTasks.class);
  }

  /** Tells webhooks all that has happened, and sends all that is due. */
  void deliverWebhooks();

  /** Told before {@link #close} that the test has failed; what it says is added to the failure. */
  default String failed() {
    return "";
  }

  @Override
  default void close() {
    scope().close();
  }

  /** The origin of the service's own pages (RFC 6454), as it says itself. */
  default String origin() {
    return client().get("/nowhere").expectStatus(404).text("/type").replaceFirst("/docs/.*", "");
  }

  /** A name that no other test uses, nor an earlier run of this one. */
  static String uniqueName() {
    return "u"
        + UUID.randomUUID().toString().toLowerCase(Locale.ROOT).replace("-", "").substring(0, 20);
  }

  /** A user who is there already; the password is {@link #PASSWORD}. */
  default User add(User user) {
    var hash = passwordHasher().hash(Password.parse(PASSWORD).orThrow());
    assertThat(users().addIfFree(user, hash)).isEqualTo(Users.Addition.ADDED);
    return user;
  }

  /** A user of a name that no other has. */
  default UserBuilder someone() {
    return UserBuilder.aUser().withId(UUID.randomUUID()).named(uniqueName());
  }

  /** Whether somebody can be called so; a name or an address. */
  default boolean knows(String name) {
    return users().credentialsOf(SignInName.of(name)).isPresent();
  }

  /** Signs the user in by the front door. */
  default String tokenOf(User user) {
    return client()
        .post(
            "/auth/token",
            TestRequest.form("username", user.username().text(), "password", passwordOf(user)))
        .expectStatus(200)
        .text("/access_token");
  }

  /** A token of the service's own making, without the hash that signing in costs. */
  default String issue(User user) {
    try {
      return scope()
          .call(() ->
              accessTokens().issue(user.id(), beginSession(user.id()), Duration.ofMinutes(15)))
          .value();
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** A session of this user, as signing in would begin one. */
  default SessionId beginSession(UserId user) {
    try (var _ = scope().bind()) {
      return TestSessions.begin(sessions(), user, time().instant());
    }
  }

  static String[] bearer(String token) {
    return new String[] {"Authorization", "Bearer " + token};
  }

  /** A user who is there already, and whom no other test knows. */
  default User newUser() {
    return add(someone().build());
  }

  /** The access token of such a user. */
  default String newToken() {
    return tokenOf(newUser());
  }

  /** A user who is there already, with all that is needed to act as one. */
  default TestUser testUser() {
    return new TestUser(this, newUser());
  }

  /** The same, changed before it was added. */
  default TestUser testUser(UnaryOperator<UserBuilder> change) {
    return new TestUser(this, add(change.apply(someone()).build()));
  }

  /** An administrator, with all that is needed to act as one. Another test may have the same. */
  default TestUser testAdmin() {
    return testUser(UserBuilder::admin);
  }

  /** What signs the user in. */
  default String passwordOf(User user) {
    return PASSWORD;
  }

  /** Refused because it shows more than one credential (RFC 6750, section 3.1). */
  @CanIgnoreReturnValue
  static TestResponse expectAmbiguous(TestResponse response) {
    return response
        .expectStatus(400)
        .expectHeader("WWW-Authenticate", "Bearer error=\"invalid_request\"");
  }
}
