package dev.portico.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.shared.RunDueTask;
import dev.portico.application.shared.port.TaskQueue.Waiting;
import dev.portico.application.users.ChoosePassword;
import dev.portico.application.users.RegisterUser;
import dev.portico.application.users.SecurePassword;
import dev.portico.domain.notifications.Mail;
import dev.portico.domain.shared.Task;
import dev.portico.domain.shared.TaskLane;
import dev.portico.domain.users.EmailAddress;
import dev.portico.domain.users.User;
import dev.portico.domain.users.Username;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Someone registers, and is written to in the background, whatever the mail server does. */
class WelcomeStoryTest {

  private final Fakes fakes = new Fakes();
  private final Hexagon hexagon = fakes.hexagon();

  private RegisterUser.Outcome register(String name) {
    var chosen =
        hexagon
            .choosePassword()
            .handle(
                new ChoosePassword.Command("correct horse", Optional.empty(), Optional.empty()));
    assertThat(chosen).isInstanceOf(ChoosePassword.Outcome.Chosen.class);
    var secured =
        hexagon
            .securePassword()
            .handle(
                new SecurePassword.Command(((ChoosePassword.Outcome.Chosen) chosen).password()));
    assertThat(secured).isInstanceOf(SecurePassword.Outcome.Secured.class);
    return hexagon
        .registerUser()
        .handle(
            new RegisterUser.Command(
                new Username(name),
                EmailAddress.parse(name + "@example.com").orThrow(),
                Optional.empty(),
                ((SecurePassword.Outcome.Secured) secured).password()));
  }

  private User registered(String name) {
    var outcome = register(name);
    assertThat(outcome).isInstanceOf(RegisterUser.Outcome.Registered.class);
    return ((RegisterUser.Outcome.Registered) outcome).user();
  }

  private RunDueTask.Outcome runTask() {
    return hexagon.runDueTask().handle(new RunDueTask.Command(TaskLane.MAIL));
  }

  private Waiting onlyTask() {
    assertThat(fakes.taskQueue.waiting(10)).hasSize(1);
    return fakes.taskQueue.waiting(10).getFirst();
  }

  @Test
  void welcomesWhoHasRegistered() {
    var alice = registered("alice");
    var owed = onlyTask().task();
    assertThat(owed.kind()).isEqualTo("welcome-mail");
    assertThat(owed.payload()).isEqualTo(alice.id().toString());
    assertThat(fakes.mailer.sent()).isEmpty();

    assertThat(runTask()).isInstanceOf(RunDueTask.Outcome.Ran.class);

    assertThat(fakes.mailer.sent()).hasSize(1).allMatch(mail -> mail.to().equals(alice.email()));
    assertThat(fakes.taskQueue.waiting(10)).isEmpty();
    assertThat(runTask()).isEqualTo(new RunDueTask.Outcome.NothingDue());
  }

  @Test
  void owesNothingWhereRegisteringIsRefused() {
    var _ = registered("alice");
    assertThat(runTask()).isInstanceOf(RunDueTask.Outcome.Ran.class);

    assertThat(register("ALICE")).isEqualTo(new RegisterUser.Outcome.UsernameHeld());

    assertThat(fakes.taskQueue.waiting(10)).isEmpty();
  }

  @Test
  void writesToNobodyWhoIsNotThere() {
    var nobody = new UUID(1, 1).toString();
    fakes.taskQueue.add(
        Task.fresh(new UUID(1, 2), RegisterUser.WELCOME_MAIL, nobody, fakes.time.instant()));

    assertThat(runTask()).isInstanceOf(RunDueTask.Outcome.Ran.class);

    assertThat(fakes.mailer.sent()).isEmpty();
    assertThat(fakes.taskQueue.waiting(10)).isEmpty();
  }

  @Test
  void triesAgainWhileTheMailServerIsAway() {
    var _ = registered("alice");
    fakes.mailer.failNext(2);

    for (int attempt = 1; attempt <= 2; attempt++) {
      assertThat(runTask()).isInstanceOf(RunDueTask.Outcome.PutOff.class);
      assertThat(onlyTask().task().attempts()).isEqualTo(attempt);
      fakes.time.advance(Duration.between(fakes.time.instant(), onlyTask().task().dueAt()));
    }
    var last = runTask();

    assertThat(last).isInstanceOf(RunDueTask.Outcome.Ran.class);
    assertThat(((RunDueTask.Outcome.Ran) last).task().attempts()).isEqualTo(3);
    assertThat(fakes.mailer.sent()).hasSize(1);
  }

  @Test
  void givesUpAMailThatIsRefusedForGood() {
    var _ = registered("alice");
    fakes.mailer.rejectNext(1);

    assertThat(runTask()).isInstanceOf(RunDueTask.Outcome.Parked.class);

    assertThat(onlyTask().parked()).isTrue();
    assertThat(fakes.mailer.sent()).isEmpty();
  }

  @Test
  void sendsARepetitionUnderTheSameName() {
    var _ = registered("alice");
    // Whoever ran it vanished between sending the mail and saying so.
    var lease =
        fakes
            .taskQueue
            .takeDue(TaskLane.MAIL, fakes.time.instant(), RunDueTask.LEASE)
            .orElseThrow();
    UUID name = lease.task().id();
    fakes.time.advance(RunDueTask.LEASE);

    assertThat(runTask()).isInstanceOf(RunDueTask.Outcome.Ran.class);

    assertThat(fakes.mailer.sent()).extracting(Mail::id).containsExactly(name);
  }
}
