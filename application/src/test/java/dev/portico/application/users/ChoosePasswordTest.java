package dev.portico.application.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.Fakes;
import dev.portico.application.users.ChoosePassword.Outcome;
import dev.portico.domain.users.EmailAddress;
import dev.portico.domain.users.Username;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChoosePasswordTest {

  private final ChoosePassword choosePassword = new Fakes().hexagon().choosePassword();

  private Outcome choose(String text) {
    return choosePassword.handle(
        new ChoosePassword.Command(
            text,
            Optional.of(new Username("alicia99")),
            EmailAddress.parse("wonderland@example.com").asOptional()));
  }

  @Test
  void takesAPasswordThatKeepsTheRule() {
    assertThat(choose("correct horse"))
        .isInstanceOfSatisfying(
            Outcome.Chosen.class,
            chosen -> assertThat(chosen.password().password().reveal()).isEqualTo("correct horse"));
  }

  @Test
  void refusesAPasswordThatIsTooShort() {
    assertThat(choose("seven77")).isEqualTo(new Outcome.Refused("must be at least 8 characters"));
  }

  @Test
  void refusesAPasswordThatIsGuessedFirst() {
    assertThat(choose("PassWord"))
        .isEqualTo(new Outcome.Refused("is among the passwords that are guessed first"));
  }

  @Test
  void refusesTheWordsAroundTheUser() {
    var refused =
        new Outcome.Refused("must not be the name of the user, the address or the service");

    assertThat(choose("Alicia2024!")).isEqualTo(refused);
    assertThat(choose("Wonderland!")).isEqualTo(refused);
    assertThat(choose("portico123")).isEqualTo(refused);
  }

  @Test
  void judgesWithoutKnowingTheUser() {
    assertThat(
            choosePassword.handle(
                new ChoosePassword.Command("Alicia2024!", Optional.empty(), Optional.empty())))
        .isInstanceOf(Outcome.Chosen.class);
  }

  @Test
  void neverShowsTheTextInItsCommand() {
    assertThat(new ChoosePassword.Command("secret!!", Optional.empty(), Optional.empty()))
        .hasToString("Command[hidden, Optional.empty, Optional.empty]");
  }
}
