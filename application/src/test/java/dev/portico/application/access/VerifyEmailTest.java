package dev.portico.application.access;

import static dev.portico.domain.users.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.access.VerifyEmail.Outcome;
import dev.portico.application.notifications.SendVerificationMail;
import dev.portico.application.shared.port.TaskQueue;
import dev.portico.domain.access.CodeGrant;
import dev.portico.domain.audit.AuditKind;
import dev.portico.domain.users.UserId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VerifyEmailTest {

  private static final UUID MAIL = new UUID(1, 1);

  private final AccountWorld world = new AccountWorld();

  private SendVerificationMail.Outcome write(UserId user) {
    return world
        .hexagon
        .sendVerificationMail()
        .handle(new SendVerificationMail.Command(MAIL, user));
  }

  @Test
  void takesACodeOnce() {
    var code = world.verificationCode();
    assertThat(world.now().emailVerified()).isFalse();

    assertThat(world.verify(code))
        .isEqualTo(new Outcome.Verified(new CodeGrant(world.alice.id(), world.alice.email())));
    assertThat(world.verify(code)).isEqualTo(new Outcome.Refused());

    assertThat(world.now().emailVerified()).isTrue();
    assertThat(world.fakes.standings.forgotten()).containsExactly(world.alice.id());
    assertThat(world.fakes.auditLog.kinds())
        .filteredOn(AuditKind.EMAIL_VERIFIED::equals)
        .hasSize(1);
  }

  // RF-8
  @Test
  void takesNoCodeForAnotherPurpose() {
    assertThat(world.verify(world.resetCode())).isEqualTo(new Outcome.Refused());

    assertThat(world.now().emailVerified()).isFalse();
    assertThat(world.fakes.standings.forgotten()).isEmpty();
  }

  @Test
  void takesNoCodeOfAUserWhoIsGone() {
    var code = world.verificationCode();
    var _ = world.fakes.users.remove(world.alice.id());

    assertThat(world.verify(code)).isEqualTo(new Outcome.Refused());

    assertThat(world.fakes.auditLog.kinds()).doesNotContain(AuditKind.EMAIL_VERIFIED);
  }

  @Test
  void writesToNobodyWhoHasNothingToShow() {
    var nobody = new SendVerificationMail.Outcome.NobodyToWrite();
    var verified = world.added(aUser().named("bob").verified().build());
    var sleeper = world.added(aUser().named("sleeper").inactive().build());

    assertThat(write(verified.id())).isEqualTo(nobody);
    assertThat(write(sleeper.id())).isEqualTo(nobody);
    assertThat(write(new UserId(new UUID(9, 9)))).isEqualTo(nobody);
    assertThat(world.fakes.mailer.sent()).isEmpty();
  }

  // EM-3
  @Test
  void writesFiveTimesAnHour() {
    for (int i = 0; i < 5; i++) {
      assertThat(write(world.alice.id())).isInstanceOf(SendVerificationMail.Outcome.Sent.class);
    }

    assertThat(write(world.alice.id())).isEqualTo(new SendVerificationMail.Outcome.NobodyToWrite());
    assertThat(world.fakes.mailer.sent()).hasSize(5);
  }

  /** What rests in the queue must be of no use to whoever reads it. */
  @Test
  void leavesNoCodeInTheQueue() {
    var _ =
        world
            .hexagon
            .requestVerification()
            .handle(new RequestVerification.Command(world.alice.id()));

    assertThat(world.fakes.taskQueue.waiting(10))
        .extracting(TaskQueue.Waiting::task)
        .allMatch(task -> !task.payload().contains("pc_"))
        .hasSize(1);
  }
}
