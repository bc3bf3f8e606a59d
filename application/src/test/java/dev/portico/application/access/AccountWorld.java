package dev.portico.application.access;

import static dev.portico.domain.users.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.Fakes;
import dev.portico.application.Hexagon;
import dev.portico.application.shared.RunDueTask;
import dev.portico.application.users.ChoosePassword;
import dev.portico.application.users.NewPassword;
import dev.portico.application.users.port.PasswordHasher.Match;
import dev.portico.application.users.port.Users.Credentials;
import dev.portico.domain.access.Client;
import dev.portico.domain.access.OneTimeCode;
import dev.portico.domain.access.SessionId;
import dev.portico.domain.notifications.Mail;
import dev.portico.domain.shared.TaskLane;
import dev.portico.domain.users.EmailAddress;
import dev.portico.domain.users.Password;
import dev.portico.domain.users.SignInName;
import dev.portico.domain.users.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A world in which alice has an account, for tests of what she does with it. */
final class AccountWorld {

  static final Password PASSWORD = password("correct horse");

  static final String HOME = "192.0.2.1";

  final Fakes fakes = new Fakes();
  final Hexagon hexagon = fakes.hexagon();
  final User alice = added(aUser().named("alice").build());

  static Password password(String text) {
    return Password.parse(text).orThrow();
  }

  static EmailAddress email(String text) {
    return EmailAddress.parse(text).orThrow();
  }

  User added(User user) {
    var _ = fakes.users.addIfFree(user, fakes.passwordHasher.hash(PASSWORD));
    return user;
  }

  /** A session of alice's. */
  SessionId signIn() {
    var command = new SignIn.Command(SignInName.of("alice"), PASSWORD, new Client(HOME, ""));
    return switch (hexagon.signIn().handle(command)) {
      case SignIn.Outcome.SignedIn(var tokens) -> tokens.refresh().session();
      case SignIn.Outcome other -> throw new AssertionError(other);
    };
  }

  boolean goesOn(SessionId session) {
    return fakes.sessions.find(session).isPresent();
  }

  NewPassword chosen(String text) {
    var command =
        new ChoosePassword.Command(text, Optional.of(alice.username()), Optional.of(alice.email()));
    return switch (hexagon.choosePassword().handle(command)) {
      case ChoosePassword.Outcome.Chosen(var password) -> password;
      case ChoosePassword.Outcome.Refused(var reason) -> throw new AssertionError(reason);
    };
  }

  boolean opens(String text) {
    var kept = fakes.users.credentialsOf(SignInName.of("alice")).map(Credentials::hash);
    return fakes.passwordHasher.verify(password(text), kept) == Match.MATCHES;
  }

  /** Another hash of the same password. */
  void replaceHash() {
    assertThat(fakes.users.setHash(alice.id(), fakes.passwordHasher.hash(PASSWORD))).isTrue();
  }

  /** Alice as she is now. */
  User now() {
    return fakes.users.find(alice.id()).orElseThrow();
  }

  /** The mails that are sent once all that is due has run. */
  List<Mail> mails() {
    var before = fakes.mailer.sent().size();
    while (!(hexagon.runDueTask().handle(new RunDueTask.Command(TaskLane.MAIL))
        instanceof RunDueTask.Outcome.NothingDue)) {
      assertThat(fakes.taskQueue.waiting(10)).allMatch(it -> !it.parked());
    }
    return new ArrayList<>(fakes.mailer.sent()).subList(before, fakes.mailer.sent().size());
  }

  static OneTimeCode codeIn(Mail mail) {
    int begin = mail.text().indexOf("pc_");
    assertThat(begin).as(mail.text()).isPositive();
    return OneTimeCode.parse(mail.text().substring(begin).lines().findFirst().orElseThrow())
        .orThrow();
  }

  /** Asks for a mail that shows the address to be alice's, and gives what it holds. */
  OneTimeCode verificationCode() {
    var outcome = hexagon.requestVerification().handle(new RequestVerification.Command(alice.id()));
    assertThat(outcome).isEqualTo(new RequestVerification.Outcome.Requested());
    return codeIn(mails().getLast());
  }

  OneTimeCode resetCode() {
    var command = new RequestPasswordReset.Command(alice.email(), HOME);
    assertThat(hexagon.requestPasswordReset().handle(command))
        .isEqualTo(new RequestPasswordReset.Outcome.Requested());
    return codeIn(mails().getLast());
  }

  VerifyEmail.Outcome verify(OneTimeCode code) {
    return hexagon.verifyEmail().handle(new VerifyEmail.Command(code));
  }
}
