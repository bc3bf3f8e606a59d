package dev.portico.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.access.AuthenticateCaller;
import dev.portico.application.access.SignIn;
import dev.portico.application.users.ChoosePassword;
import dev.portico.application.users.RegisterUser;
import dev.portico.application.users.SecurePassword;
import dev.portico.domain.access.Client;
import dev.portico.domain.users.EmailAddress;
import dev.portico.domain.users.Password;
import dev.portico.domain.users.SignInName;
import dev.portico.domain.users.Username;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The main job as a story: someone registers, signs in, is recognised, and is forgotten in time.
 */
class AccountStoryTest {

  private final Fakes fakes = new Fakes();
  private final Hexagon hexagon = fakes.hexagon();

  @Test
  void registersSignsInAndIsRecognised() {
    var name = new Username("alice");
    var email = EmailAddress.parse("alice@example.com").orThrow();
    var chosen =
        hexagon
            .choosePassword()
            .handle(
                new ChoosePassword.Command("correct horse", Optional.of(name), Optional.of(email)));
    assertThat(chosen).isInstanceOf(ChoosePassword.Outcome.Chosen.class);
    var secured =
        hexagon
            .securePassword()
            .handle(
                new SecurePassword.Command(((ChoosePassword.Outcome.Chosen) chosen).password()));
    assertThat(secured).isInstanceOf(SecurePassword.Outcome.Secured.class);
    var password = ((SecurePassword.Outcome.Secured) secured).password();

    var registered =
        hexagon
            .registerUser()
            .handle(new RegisterUser.Command(name, email, Optional.empty(), password));
    assertThat(registered).isInstanceOf(RegisterUser.Outcome.Registered.class);
    var alice = ((RegisterUser.Outcome.Registered) registered).user();

    var signedIn =
        hexagon
            .signIn()
            .handle(
                new SignIn.Command(
                    SignInName.of("alice"),
                    Password.parse("correct horse").orThrow(),
                    new Client("192.0.2.1", "")));
    assertThat(signedIn).isInstanceOf(SignIn.Outcome.SignedIn.class);
    var token = ((SignIn.Outcome.SignedIn) signedIn).tokens().access().value();

    assertThat(hexagon.authenticateCaller().handle(new AuthenticateCaller.Command(token)))
        .isInstanceOfSatisfying(
            AuthenticateCaller.Outcome.Authenticated.class,
            known -> assertThat(known.standing().user()).isEqualTo(alice));

    fakes.time.advance(SignIn.ACCESS_TOKEN_LIFETIME);
    assertThat(hexagon.authenticateCaller().handle(new AuthenticateCaller.Command(token)))
        .isEqualTo(new AuthenticateCaller.Outcome.Expired());
  }
}
