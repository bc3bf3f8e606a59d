package dev.portico.application.access;

import static dev.portico.domain.users.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.Fakes;
import dev.portico.application.access.AuthenticateCaller.Outcome;
import dev.portico.application.users.port.Users;
import dev.portico.domain.access.Client;
import dev.portico.domain.access.RefreshToken;
import dev.portico.domain.access.Session;
import dev.portico.domain.access.SessionId;
import dev.portico.domain.access.SessionRule;
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
    var session =
        Session.begin(
                new SessionId(fakes.ids.next()),
                user.id(),
                new Client("192.0.2.1", ""),
                fakes.time.instant(),
                SessionRule.DEFAULT,
                fakes.secrets.next(RefreshToken.SECRET_BYTES),
                fakes.secrets.next(RefreshToken.SECRET_BYTES))
            .session();
    fakes.sessions.add(session);
    return tokenOf(user, session.id());
  }

  private String tokenOf(User user, SessionId session) {
    return fakes.accessTokens.issue(user.id(), session, Duration.ofMinutes(5)).value();
  }

  private Outcome authenticate(String token) {
    return fakes.hexagon().authenticateCaller().handle(new AuthenticateCaller.Command(token));
  }

  @Test
  void recognisesTheBearerOfAToken() {
    var alice = add(aUser().build());

    assertThat(authenticate(tokenOf(alice)))
        .isInstanceOfSatisfying(
            Outcome.Authenticated.class,
            known -> assertThat(known.standing().user()).isEqualTo(alice));
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
  void refusesTheTokenOfASessionThatIsOver() {
    var alice = add(aUser().build());
    var token = tokenOf(alice);

    fakes.sessions.endAll(alice.id());

    assertThat(authenticate(token)).isEqualTo(new Outcome.Refused());
  }

  @Test
  void refusesATokenWithTheSessionOfSomebodyElse() {
    var _ = tokenOf(add(aUser().build()));
    var session = fakes.sessions.of(fakes.users.all().getFirst().id()).getFirst().id();

    assertThat(authenticate(tokenOf(add(aUser().build()), session)))
        .isEqualTo(new Outcome.Refused());
  }

  @Test
  void neverShowsTheTokenInItsCommand() {
    assertThat(new AuthenticateCaller.Command("a.secret.b")).hasToString("Command[hidden]");
  }
}
