package dev.portico.application.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.Fakes;
import dev.portico.application.users.RegisterUser.Outcome;
import dev.portico.application.users.port.PasswordHasher.Match;
import dev.portico.application.users.port.Users.Credentials;
import dev.portico.domain.users.EmailAddress;
import dev.portico.domain.users.FullName;
import dev.portico.domain.users.Password;
import dev.portico.domain.users.SignInName;
import dev.portico.domain.users.User;
import dev.portico.domain.users.Username;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RegisterUserTest {

  private final Fakes fakes = new Fakes();
  private final RegisterUser registerUser = fakes.hexagon().registerUser();
  private final Password password = Password.parse("correct horse").orThrow();
  private final Optional<FullName> fullName = FullName.parse("Alice Wonder").asOptional();

  private Outcome register(String username, String email) {
    return registerUser.handle(
        new RegisterUser.Command(
            new Username(username),
            EmailAddress.parse(email).orThrow(),
            fullName,
            new SecuredPassword(fakes.passwordHasher.hash(password))));
  }

  private User registered(String username, String email) {
    return switch (register(username, email)) {
      case Outcome.Registered(var user) -> user;
      case Outcome.UsernameHeld() -> throw new AssertionError("name held");
      case Outcome.EmailHeld() -> throw new AssertionError("address held");
    };
  }

  @Test
  void givesAnActiveAccountFromNowOn() {
    var user = registered("alice", "alice@example.com");

    assertThat(user)
        .isEqualTo(
            new User(
                user.id(),
                new Username("alice"),
                EmailAddress.parse("alice@example.com").orThrow(),
                false,
                fullName,
                true,
                Set.of(),
                fakes.time.instant()));
    assertThat(user.id().value().version()).isEqualTo(7);
    assertThat(fakes.users.find(user.id())).contains(user);
  }

  @Test
  void keepsAHashThatThePasswordMatches() {
    var user = registered("alice", "alice@example.com");

    var kept = fakes.users.credentialsOf(new SignInName.ByUsername(user.username()));
    assertThat(fakes.passwordHasher.verify(password, kept.map(Credentials::hash)))
        .isEqualTo(Match.MATCHES);
  }

  @Test
  void refusesANameThatIsHeld() {
    var held = registered("alice", "alice@example.com");

    assertThat(register("ALICE", "other@example.com")).isEqualTo(new Outcome.UsernameHeld());
    assertThat(fakes.users.find(held.id())).contains(held);
  }

  @Test
  void refusesAnAddressThatIsHeld() {
    var _ = registered("alice", "alice@example.com");

    assertThat(register("alice2", "ALICE@example.com")).isEqualTo(new Outcome.EmailHeld());
    assertThat(fakes.users.credentialsOf(SignInName.of("alice2"))).isEmpty();
  }
}
