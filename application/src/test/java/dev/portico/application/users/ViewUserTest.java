package dev.portico.application.users;

import static dev.portico.domain.users.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.Fakes;
import dev.portico.application.users.ViewUser.Outcome;
import dev.portico.application.users.port.Users;
import dev.portico.domain.users.PasswordHash;
import dev.portico.domain.users.User;
import org.junit.jupiter.api.Test;

class ViewUserTest {

  private final Fakes fakes = new Fakes();

  private Outcome view(User user) {
    return fakes.hexagon().viewUser().handle(new ViewUser.Command(user.id()));
  }

  private void add(User user) {
    assertThat(fakes.users.addIfFree(user, new PasswordHash("x"))).isEqualTo(Users.Addition.ADDED);
  }

  @Test
  void showsAnActiveUser() {
    var user = aUser().build();
    add(user);

    assertThat(view(user)).isEqualTo(new Outcome.Found(user));
  }

  @Test
  void treatsAnInactiveUserAsMissing() {
    var user = aUser().inactive().build();
    add(user);

    assertThat(view(user)).isEqualTo(view(aUser().build())).isEqualTo(new Outcome.NotFound());
  }
}
