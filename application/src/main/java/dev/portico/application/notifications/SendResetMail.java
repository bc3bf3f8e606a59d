package dev.portico.application.notifications;

import dev.portico.application.access.IssueCode;
import dev.portico.application.notifications.port.Mailer;
import dev.portico.application.users.port.Users;
import dev.portico.application.users.port.Users.Credentials;
import dev.portico.domain.access.CodeGrant;
import dev.portico.domain.access.CodePurpose;
import dev.portico.domain.access.OneTimeCode;
import dev.portico.domain.notifications.Mail;
import dev.portico.domain.shared.PublicUrl;
import dev.portico.domain.users.EmailAddress;
import dev.portico.domain.users.SignInName;
import dev.portico.domain.users.User;
import java.util.UUID;

/**
 * Writes to someone who has forgotten their password, if somebody has that address. The code in the
 * mail is made here, a new one each time, so that none rests where tasks do.
 */
public final class SendResetMail {

  private final Users users;
  private final IssueCode issueCode;
  private final Mailer mailer;
  private final PublicUrl publicUrl;

  public SendResetMail(Users users, IssueCode issueCode, Mailer mailer, PublicUrl publicUrl) {
    this.users = users;
    this.issueCode = issueCode;
    this.mailer = mailer;
    this.publicUrl = publicUrl;
  }

  /**
   * Whom to write to.
   *
   * @param mailId the same each time the same mail is sent
   * @param asked the address as somebody gave it; the mail goes to how the account spells it
   */
  public record Command(UUID mailId, EmailAddress asked) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Sent(Mail mail) implements Outcome {}

    /** Nobody active has that address, or has had enough mails for now. */
    record NobodyToWrite() implements Outcome {}
  }

  public Outcome handle(Command command) {
    return users
        .credentialsOf(new SignInName.ByEmail(command.asked()))
        .map(Credentials::user)
        .filter(User::active)
        .map(user -> send(command.mailId(), user))
        .orElseGet(Outcome.NobodyToWrite::new);
  }

  private Outcome send(UUID id, User user) {
    var grant = new CodeGrant(user.id(), user.email());
    return switch (issueCode.handle(new IssueCode.Command(CodePurpose.RESET_PASSWORD, grant))) {
      case IssueCode.Outcome.Withheld() -> new Outcome.NobodyToWrite();
      case IssueCode.Outcome.Issued(var code) -> {
        var mail =
            Letters.write(
                id,
                new Letter.ResetPassword(
                    MailLink.resetPassword(publicUrl, code.reveal(), OneTimeCode.LIFETIME)),
                user.email(),
                user.username());
        mailer.send(mail);
        yield new Outcome.Sent(mail);
      }
    };
  }
}
