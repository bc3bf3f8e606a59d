package dev.portico.application.access;

import static dev.portico.domain.users.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.Fakes;
import dev.portico.application.access.AuthenticateCaller.Outcome;
import dev.portico.application.users.port.Users;
import dev.portico.domain.users.PasswordHash;
import dev.portico.domain.users.User;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AuthenticateCallerTest {

  private final Fakes fakes = new Fakes();

  private User add(User user) {
    assertThat(fakes.users.addIfFree(user, new PasswordHash("x"))).isEqualTo(Users.Addition.ADDED);
    return user;
  }

  private String tokenOf(User user) {
    return fakes.accessTokens.issue(user.id(), Duration.ofMinutes(5)).value();
  }

  private Outcome authenticate(String token) {
    return fakes.hexagon().authenticateCaller().handle(new AuthenticateCaller.Command(token));
  }

  @Test
  void recognisesTheBearerOfAToken() {
    var alice = add(aUser().build());

    assertThat(authenticate(tokenOf(alice))).isEqualTo(new Outcome.Authenticated(alice));
  }

  @Test
  void tellsAnExpiredToken() {
    var token = tokenOf(add(aUser().build()));
    fakes.time.advance(Duration.ofMinutes(5));

    assertThat(authenticate(token)).isEqualTo(new Outcome.Expired());
  }

  @Test
  void refusesAForeignToken() {
    assertThat(authenticate("a.b.c")).isEqualTo(new Outcome.Refused());
  }

  @Test
  void refusesTheTokenOfAnInactiveUser() {
    assertThat(authenticate(tokenOf(add(aUser().inactive().build()))))
        .isEqualTo(new Outcome.Refused());
  }

  @Test
  void refusesTheTokenOfAUserWhoIsGone() {
    assertThat(authenticate(tokenOf(aUser().build()))).isEqualTo(new Outcome.Refused());
  }

  @Test
  void neverShowsTheTokenInItsCommand() {
    assertThat(new AuthenticateCaller.Command("a.secret.b")).hasToString("Command[hidden]");
  }
}
