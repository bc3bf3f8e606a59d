package dev.portico.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.users.port.PasswordHasher;
import dev.portico.application.users.port.Users;
import dev.portico.domain.shared.CanIgnoreReturnValue;
import dev.portico.domain.users.Password;
import dev.portico.domain.users.PasswordHash;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserBuilder;
import dev.portico.web.access.TokenForge;
import java.util.Locale;
import java.util.UUID;

/** A service that API tests can be run against, and the doors they need besides its API. */
public interface ServiceUnderTest {

  String PASSWORD = "correct horse battery";

  TestClient client();

  Users users();

  PasswordHasher passwordHasher();

  TokenForge tokens();

  /** A name that no other test uses: tests share a service. */
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

  /** Signs the user in by the front door. */
  default String tokenOf(User user) {
    return client()
        .post(
            "/auth/token",
            TestRequest.form("username", user.username().text(), "password", PASSWORD))
        .expectStatus(200)
        .text("/access_token");
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

  /** A new user whom nobody can sign in as: for tests of other things, since a hash is dear. */
  default User newUserWithoutPassword() {
    var user = someone().build();
    assertThat(users().addIfFree(user, new PasswordHash("none"))).isEqualTo(Users.Addition.ADDED);
    return user;
  }

  /** An access token as signing in would give it. */
  default String signedTokenOf(User user) {
    return tokens().token(user.id(), header -> header, claims -> claims);
  }

  /** Refused because it shows more than one credential (RFC 6750, section 3.1). */
  @CanIgnoreReturnValue
  static TestResponse expectAmbiguous(TestResponse response) {
    return response
        .expectStatus(400)
        .expectHeader("WWW-Authenticate", "Bearer error=\"invalid_request\"");
  }
}
