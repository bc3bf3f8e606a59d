package dev.portico.application.notifications;

import static dev.portico.domain.users.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.Fakes;
import dev.portico.application.notifications.SendWelcomeMail.Outcome;
import dev.portico.application.users.port.Users;
import dev.portico.domain.users.PasswordHash;
import dev.portico.domain.users.User;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SendWelcomeMailTest {

  private static final UUID ID = new UUID(1, 2);

  private final Fakes fakes = new Fakes();

  private Outcome send(User user) {
    return fakes.hexagon().sendWelcomeMail().handle(new SendWelcomeMail.Command(ID, user.id()));
  }

  private User added(User user) {
    assertThat(fakes.users.addIfFree(user, new PasswordHash("x"))).isEqualTo(Users.Addition.ADDED);
    return user;
  }

  @Test
  void writesToTheUserByName() {
    var user = added(aUser().named("alice").withFullName("Win at https://evil.example").build());

    var outcome = send(user);

    assertThat(fakes.mailer.sent()).hasSize(1);
    var mail = fakes.mailer.sent().getFirst();
    assertThat(outcome).isEqualTo(new Outcome.Sent(mail));
    assertThat(mail.id()).isEqualTo(ID);
    assertThat(mail.to()).isEqualTo(user.email());
    assertThat(mail.text()).contains("Hello alice,").doesNotContain("evil");
  }

  @Test
  void writesToNobodyWhoIsGoneOrDeactivated() {
    assertThat(send(aUser().build())).isEqualTo(new Outcome.NobodyToWrite());
    assertThat(send(added(aUser().inactive().build()))).isEqualTo(new Outcome.NobodyToWrite());
    assertThat(fakes.mailer.sent()).isEmpty();
  }
}
