package dev.portico.application.access;

import static dev.portico.domain.users.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.access.CloseAccount.Outcome;
import dev.portico.domain.audit.AuditKind;
import dev.portico.domain.notifications.Mail;
import dev.portico.domain.users.UserId;
import org.junit.jupiter.api.Test;

class CloseAccountTest {

  private final AccountWorld world = new AccountWorld();

  private Outcome close(UserId user, String password) {
    return world
        .hexagon
        .closeAccount()
        .handle(new CloseAccount.Command(user, AccountWorld.password(password), AccountWorld.HOME));
  }

  @Test
  void leavesNothingOfTheAccount() {
    var session = world.signIn();
    var reset = world.resetCode();
    var verification = world.verificationCode();

    assertThat(close(world.alice.id(), "correct horse")).isEqualTo(new Outcome.Closed());

    assertThat(world.fakes.users.find(world.alice.id())).isEmpty();
    assertThat(world.goesOn(session)).isFalse();
    assertThat(world.fakes.standings.forgotten()).containsExactly(world.alice.id());
    assertThat(world.verify(verification)).isEqualTo(new VerifyEmail.Outcome.Refused());
    assertThat(world.hexagon.resetPassword().handle(new ResetPassword.Command(reset, "new horse")))
        .isEqualTo(new ResetPassword.Outcome.CodeRefused());
    assertThat(world.mails()).extracting(Mail::to).containsExactly(world.alice.email());
    assertThat(world.fakes.auditLog.kinds()).contains(AuditKind.ACCOUNT_CLOSED);
  }

  @Test
  void wantsThePassword() {
    var session = world.signIn();

    assertThat(close(world.alice.id(), "wrong horse")).isEqualTo(new Outcome.WrongPassword());

    assertThat(world.goesOn(session)).isTrue();
    assertThat(world.mails()).isEmpty();
    assertThat(world.fakes.auditLog.kinds()).doesNotContain(AuditKind.ACCOUNT_CLOSED);
  }

  @Test
  void keepsTheLastAdministrator() {
    var admin = world.added(aUser().named("root").admin().build());

    assertThat(close(admin.id(), "correct horse")).isEqualTo(new Outcome.LastAdmin());

    assertThat(world.fakes.users.find(admin.id())).contains(admin);
    assertThat(world.mails()).isEmpty();
  }

  @Test
  void closesWhatIsClosedNoSecondTime() {
    assertThat(close(world.alice.id(), "correct horse")).isEqualTo(new Outcome.Closed());

    assertThat(close(world.alice.id(), "correct horse")).isEqualTo(new Outcome.WrongPassword());
  }
}
