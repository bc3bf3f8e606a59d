package dev.portico.application.users;

import static dev.portico.domain.users.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.Fakes;
import dev.portico.application.users.port.Users;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.PasswordHash;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListUsersTest {

  private final Fakes fakes = new Fakes();

  @Test
  void listsThePageAskedFor() {
    var older = aUser().build();
    var newer = aUser().build();
    for (var user : List.of(older, newer)) {
      assertThat(fakes.users.addIfFree(user, new PasswordHash("x")))
          .isEqualTo(Users.Addition.ADDED);
    }

    assertThat(
            fakes
                .hexagon()
                .listUsers()
                .handle(new ListUsers.Command(new PageRequest<>(1, Optional.empty()))))
        .isEqualTo(
            new ListUsers.Outcome.Listed(
                new Page<>(List.of(newer), Optional.of(newer.position()))));
  }
}
