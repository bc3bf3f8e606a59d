package dev.portico.application.access;

import static dev.portico.domain.users.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.portico.application.Fakes;
import dev.portico.application.access.SignIn.Outcome;
import dev.portico.application.access.port.AccessTokens.Verification;
import dev.portico.application.audit.Audit;
import dev.portico.application.audit.port.AuditLog;
import dev.portico.application.shared.Unavailable;
import dev.portico.application.users.port.PasswordHasher.Match;
import dev.portico.application.users.port.Users;
import dev.portico.domain.access.AttemptRule;
import dev.portico.domain.access.Client;
import dev.portico.domain.access.Session;
import dev.portico.domain.access.SessionRule;
import dev.portico.domain.audit.AuditKind;
import dev.portico.domain.users.Password;
import dev.portico.domain.users.PasswordHash;
import dev.portico.domain.users.SignInName;
import dev.portico.domain.users.User;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class SignInTest {

  private static final Client CLIENT = new Client("192.0.2.1", "curl/8");

  private final Fakes fakes = new Fakes();
  private final Password password = Password.parse("correct horse").orThrow();

  private User add(User user, PasswordHash hash) {
    assertThat(fakes.users.addIfFree(user, hash)).isEqualTo(Users.Addition.ADDED);
    return user;
  }

  private User add(User user) {
    return add(user, fakes.passwordHasher.hash(password));
  }

  private Outcome signIn(String name, String text) {
    return fakes
        .hexagon()
        .signIn()
        .handle(new SignIn.Command(SignInName.of(name), Password.parse(text).orThrow(), CLIENT));
  }

  private void assertSignedIn(Outcome outcome, User user) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.SignedIn.class,
            signedIn -> {
              var tokens = signedIn.tokens();
              var session = fakes.sessions.find(tokens.refresh().session()).orElseThrow();
              assertThat(session).extracting(Session::user).isEqualTo(user.id());
              assertThat(session).extracting(Session::client).isEqualTo(CLIENT);
              assertThat(tokens.access().lifetime()).isEqualTo(SignIn.ACCESS_TOKEN_LIFETIME);
              assertThat(fakes.accessTokens.verify(tokens.access().value()))
                  .isEqualTo(new Verification.Genuine(user.id(), session.id()));
            });
  }

  @Test
  void givesATokenForTheRightPassword() {
    var alice = add(aUser().named("alice").build());

    assertSignedIn(signIn("alice", "correct horse"), alice);
    assertSignedIn(signIn("ALICE@example.com", "correct horse"), alice);
  }

  /** A session is written down, or it is none. */
  @Test
  void beginsNoSessionThatCannotBeWrittenDown() {
    var alice = add(aUser().named("alice").build());
    var full =
        (AuditLog)
            Proxy.newProxyInstance(
                AuditLog.class.getClassLoader(),
                new Class<?>[] {AuditLog.class},
                (_, _, _) -> {
                  throw new IllegalStateException("no room for a line");
                });
    var signIn =
        new SignIn(
            fakes.users,
            fakes.passwordHasher,
            new LoginThrottle(fakes.loginAttempts, AttemptRule.DEFAULT, fakes.time),
            fakes.sessions,
            fakes.accessTokens,
            SessionRule.DEFAULT,
            fakes.ids,
            fakes.secrets,
            fakes.time,
            fakes.transactions,
            new Audit(full, fakes.ids, fakes.time));
    var command = new SignIn.Command(SignInName.of("alice"), password, CLIENT);

    assertThatThrownBy(() -> signIn.handle(command)).hasMessage("no room for a line");

    assertThat(fakes.sessions.of(alice.id())).isEmpty();
  }

  @Test
  void refusesAWrongPassword() {
    var _ = add(aUser().named("alice").build());

    assertThat(signIn("alice", "wrong horse")).isEqualTo(new Outcome.WrongCredentials());
  }

  /** F18: the surplus of a rush costs no query and counts as no guess. */
  @Test
  void asksTheDatabaseNothingWhereNoPasswordCanBeHashed() {
    var alice = add(aUser().named("alice").build());
    fakes.passwordHasher.fill(true);

    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(() -> signIn("alice", "wrong horse")).isInstanceOf(Unavailable.class);
    }

    fakes.passwordHasher.fill(false);
    assertSignedIn(signIn("alice", "correct horse"), alice);
  }

  @Test
  void refusesAnUnknownNameLikeAWrongPassword() {
    assertThat(signIn("nobody", "correct horse")).isEqualTo(new Outcome.WrongCredentials());
    assertThat(signIn("no such name", "correct horse")).isEqualTo(new Outcome.WrongCredentials());
  }

  @Test
  void tellsTheInactiveUserOnlyWhoHasThePassword() {
    var _ = add(aUser().named("sleeper").inactive().build());

    assertThat(signIn("sleeper", "correct horse")).isEqualTo(new Outcome.Inactive());
    assertThat(signIn("sleeper", "wrong horse")).isEqualTo(new Outcome.WrongCredentials());
  }

  // PW-7
  @Test
  void renewsAnOutdatedHash() {
    var alice = add(aUser().named("alice").build(), fakes.passwordHasher.outdatedHash(password));

    assertSignedIn(signIn("alice", "correct horse"), alice);

    var kept = fakes.users.credentialsOf(SignInName.of("alice")).map(Users.Credentials::hash);
    assertThat(fakes.passwordHasher.verify(password, kept)).isEqualTo(Match.MATCHES);
  }

  @Test
  void keepsAnOutdatedHashOfAWrongPassword() {
    var outdated = fakes.passwordHasher.outdatedHash(password);
    var _ = add(aUser().named("alice").build(), outdated);

    assertThat(signIn("alice", "wrong horse")).isEqualTo(new Outcome.WrongCredentials());

    assertThat(fakes.users.credentialsOf(SignInName.of("alice")).map(Users.Credentials::hash))
        .isEqualTo(Optional.of(outdated));
  }

  @Test
  void writesDownWhoCameInAndWhoDidNot() {
    var alice = add(aUser().named("alice").build());
    var sleeper = add(aUser().named("sleeper").inactive().build());

    var _ = signIn("alice", "correct horse");
    var _ = signIn("alice", "wrong horse");
    var _ = signIn("sleeper", "correct horse");
    var _ = signIn("nobody", "correct horse");

    assertThat(writtenDown())
        .containsExactlyInAnyOrder(
            tuple(AuditKind.SIGNED_IN, Optional.of(alice.id().value())),
            tuple(AuditKind.SIGN_IN_FAILED, Optional.of(alice.id().value())),
            tuple(AuditKind.SIGN_IN_FAILED, Optional.of(sleeper.id().value())),
            tuple(AuditKind.SIGN_IN_FAILED, Optional.empty()));
  }

  private List<Tuple> writtenDown() {
    return fakes.auditLog.entries().stream()
        .map(entry -> tuple(entry.event().kind(), entry.event().subject()))
        .toList();
  }

  /** The session would outlive what has ended all others. */
  @Test
  void letsNobodyInByAHashThatDoesNotStay() {
    var alice = add(aUser().named("alice").build());
    fakes.passwordHasher.meanwhile(() -> {
      var _ = fakes.users.setHash(alice.id(), fakes.passwordHasher.hash(password));
    });

    assertThat(signIn("alice", "correct horse")).isEqualTo(new Outcome.WrongCredentials());

    assertThat(fakes.sessions.of(alice.id())).isEmpty();
  }

  @Test
  void looksAgainWhereTheHashWasReplaced() {
    var alice = add(aUser().named("alice").build());
    var once = new AtomicBoolean(true);
    fakes.passwordHasher.meanwhile(() -> {
      if (once.getAndSet(false)) {
        var _ = fakes.users.setHash(alice.id(), fakes.passwordHasher.hash(password));
      }
    });

    assertSignedIn(signIn("alice", "correct horse"), alice);
  }
}
