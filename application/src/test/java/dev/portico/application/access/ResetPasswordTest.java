package dev.portico.application.access;

import static dev.portico.domain.users.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.Fakes;
import dev.portico.application.Hexagon;
import dev.portico.application.access.ResetPassword.Outcome;
import dev.portico.application.notifications.SendResetMail;
import dev.portico.application.shared.RunDueTask;
import dev.portico.application.users.port.PasswordHasher.Match;
import dev.portico.application.users.port.Users.Credentials;
import dev.portico.domain.access.Client;
import dev.portico.domain.access.OneTimeCode;
import dev.portico.domain.access.SessionId;
import dev.portico.domain.audit.AuditKind;
import dev.portico.domain.notifications.Mail;
import dev.portico.domain.shared.TaskLane;
import dev.portico.domain.users.EmailAddress;
import dev.portico.domain.users.Password;
import dev.portico.domain.users.SignInName;
import dev.portico.domain.users.User;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From the forgotten password to the other one. */
class ResetPasswordTest {

  private static final String NEXT = "another horse";

  private final Fakes fakes = new Fakes();
  private final Hexagon hexagon = fakes.hexagon();
  private final User alice = added(aUser().named("alice").build());

  private User added(User user) {
    var hash = fakes.passwordHasher.hash(Password.parse("correct horse").orThrow());
    var _ = fakes.users.addIfFree(user, hash);
    return user;
  }

  private void forget(EmailAddress email) {
    assertThat(
            hexagon
                .requestPasswordReset()
                .handle(new RequestPasswordReset.Command(email, "192.0.2.1")))
        .isEqualTo(new RequestPasswordReset.Outcome.Requested());
  }

  private RunDueTask.Outcome runTask() {
    return hexagon.runDueTask().handle(new RunDueTask.Command(TaskLane.MAIL));
  }

  private OneTimeCode mailedCode() {
    forget(alice.email());
    assertThat(runTask()).isInstanceOf(RunDueTask.Outcome.Ran.class);
    return codeIn(fakes.mailer.sent().getLast());
  }

  private static OneTimeCode codeIn(Mail mail) {
    var text = mail.text();
    int begin = text.indexOf("https://portico.example/reset-password#token=");
    assertThat(begin).as(text).isPositive();
    var link = text.substring(begin, text.indexOf('\n', begin));
    return OneTimeCode.parse(link.substring(link.indexOf('=') + 1)).orThrow();
  }

  private Outcome reset(OneTimeCode code, String password) {
    return hexagon.resetPassword().handle(new ResetPassword.Command(code, password));
  }

  private SessionId signIn() {
    var command =
        new SignIn.Command(
            SignInName.of("alice"),
            Password.parse("correct horse").orThrow(),
            new Client("192.0.2.1", ""));
    return ((SignIn.Outcome.SignedIn) hexagon.signIn().handle(command))
        .tokens()
        .refresh()
        .session();
  }

  private boolean opens(String password) {
    var kept = fakes.users.credentialsOf(SignInName.of("alice")).map(Credentials::hash);
    return fakes.passwordHasher.verify(Password.parse(password).orThrow(), kept) == Match.MATCHES;
  }

  @Test
  void choosesAnotherPassword() {
    var session = signIn();

    assertThat(reset(mailedCode(), NEXT)).isEqualTo(new Outcome.Reset());

    assertThat(fakes.sessions.find(session)).isEmpty();
    assertThat(fakes.standings.forgotten()).containsExactly(alice.id());
    assertThat(fakes.auditLog.kinds())
        .contains(AuditKind.PASSWORD_RESET_REQUESTED, AuditKind.PASSWORD_RESET);
    assertThat(runTask()).isInstanceOf(RunDueTask.Outcome.Ran.class);
    assertThat(fakes.mailer.sent().getLast().subject()).contains("was changed");

    assertThat(opens(NEXT)).isTrue();
    assertThat(opens("correct horse")).isFalse();
  }

  // EM-2
  @Test
  void takesNoCodeThatIsOver() {
    var code = mailedCode();
    fakes.time.advance(OneTimeCode.LIFETIME);

    assertThat(reset(code, NEXT)).isEqualTo(new Outcome.CodeRefused());

    assertThat(opens(NEXT)).isFalse();
  }

  // TH-3
  @Test
  void owesTheSameWhetherSomebodyHasTheAddressOrNot() {
    forget(alice.email());
    forget(EmailAddress.parse("nobody@example.com").orThrow());

    assertThat(fakes.taskQueue.waiting(10))
        .hasSize(2)
        .allMatch(it -> it.task().kind().equals(RequestPasswordReset.RESET_MAIL));
    assertThat(runTask()).isInstanceOf(RunDueTask.Outcome.Ran.class);
    assertThat(runTask()).isInstanceOf(RunDueTask.Outcome.Ran.class);
    assertThat(fakes.mailer.sent()).extracting(Mail::to).containsExactly(alice.email());
  }

  /** An address in another spelling may be another mailbox. */
  @Test
  void writesToTheAddressAsTheAccountHasIt() {
    var shouted = alice.email().text().toUpperCase(Locale.ROOT);
    forget(EmailAddress.parse(shouted).orThrow());

    assertThat(runTask()).isInstanceOf(RunDueTask.Outcome.Ran.class);

    assertThat(fakes.mailer.sent()).extracting(Mail::to).containsExactly(alice.email());
  }

  @Test
  void makesANewCodeForAMailThatIsSentAgain() {
    forget(alice.email());
    fakes.mailer.failNext(1);
    assertThat(runTask()).isInstanceOf(RunDueTask.Outcome.PutOff.class);
    assertThat(fakes.taskQueue.waiting(10).getFirst().task().payload()).doesNotContain("pc_");
    fakes.time.advance(Duration.ofMinutes(1));

    assertThat(runTask()).isInstanceOf(RunDueTask.Outcome.Ran.class);

    assertThat(reset(codeIn(fakes.mailer.sent().getLast()), NEXT)).isEqualTo(new Outcome.Reset());
  }

  // EM-3
  @Test
  void sendsFiveMailsAnHour() {
    var codes = new ArrayList<OneTimeCode>();
    for (int i = 0; i < 5; i++) {
      codes.add(mailedCode());
    }
    var late =
        hexagon.sendResetMail().handle(new SendResetMail.Command(new UUID(1, 1), alice.email()));

    assertThat(late).isEqualTo(new SendResetMail.Outcome.NobodyToWrite());
    assertThat(fakes.mailer.sent()).hasSize(5);
    assertThat(codes).doesNotHaveDuplicates();
    assertThat(reset(codes.getLast(), NEXT)).isEqualTo(new Outcome.Reset());
  }

  @Test
  void helpsNobodyWhoIsDeactivated() {
    var sleeper = added(aUser().named("sleeper").inactive().build());
    forget(sleeper.email());

    assertThat(runTask()).isInstanceOf(RunDueTask.Outcome.Ran.class);

    assertThat(fakes.mailer.sent()).isEmpty();
  }

  /** Whoever reads the former mailbox must not get the account. */
  @Test
  void takesNoCodeThatWentToTheFormerAddress() {
    var code = mailedCode();
    var command =
        new ChangeProfile.Command(
            alice.id(),
            Optional.empty(),
            EmailAddress.parse("new@example.com").asOptional(),
            Password.parse("correct horse").asOptional(),
            "192.0.2.1");
    assertThat(hexagon.changeProfile().handle(command))
        .isInstanceOf(ChangeProfile.Outcome.Changed.class);
    assertThat(runTask()).isInstanceOf(RunDueTask.Outcome.Ran.class);
    var text = fakes.mailer.sent().getLast().text();
    var change = text.substring(text.indexOf("pc_"), text.indexOf("pc_") + 46);
    assertThat(
            hexagon
                .verifyEmail()
                .handle(new VerifyEmail.Command(OneTimeCode.parse(change).orThrow())))
        .isInstanceOf(VerifyEmail.Outcome.Verified.class);

    assertThat(reset(code, NEXT)).isEqualTo(new Outcome.CodeRefused());
  }

  /** Two who use one code at once: the hash takes its time, the code is gone when it is there. */
  @Test
  void takesACodeOnce() {
    var code = mailedCode();
    assertThat(reset(code, NEXT)).isEqualTo(new Outcome.Reset());

    assertThat(reset(code, "third horse")).isEqualTo(new Outcome.CodeRefused());

    assertThat(opens(NEXT)).isTrue();
  }

  @Test
  void keepsTheCodeWhereThePasswordIsTooWeak() {
    var code = mailedCode();

    assertThat(reset(code, "short")).isInstanceOf(Outcome.PasswordRefused.class);

    assertThat(reset(code, NEXT)).isEqualTo(new Outcome.Reset());
  }

  @Test
  void showsNoPasswordInItsCommand() {
    var code = new OneTimeCode(fakes.secrets.next(OneTimeCode.SECRET_BYTES));

    assertThat(new ResetPassword.Command(code, NEXT)).hasToString("Command[hidden]");
  }
}
