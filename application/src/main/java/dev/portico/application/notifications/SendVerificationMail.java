package dev.portico.application.notifications;

import dev.portico.application.access.IssueCode;
import dev.portico.application.notifications.port.Mailer;
import dev.portico.application.users.port.Users;
import dev.portico.domain.access.CodeGrant;
import dev.portico.domain.access.CodePurpose;
import dev.portico.domain.access.OneTimeCode;
import dev.portico.domain.notifications.Mail;
import dev.portico.domain.shared.PublicUrl;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserId;
import java.util.UUID;

/** Writes to a user whose address is still to be shown to be theirs. */
public final class SendVerificationMail {

  private final Users users;
  private final IssueCode issueCode;
  private final Mailer mailer;
  private final PublicUrl publicUrl;

  public SendVerificationMail(
      Users users, IssueCode issueCode, Mailer mailer, PublicUrl publicUrl) {
    this.users = users;
    this.issueCode = issueCode;
    this.mailer = mailer;
    this.publicUrl = publicUrl;
  }

  /**
   * Whom to write to.
   *
   * @param mailId the same each time the same mail is sent
   */
  public record Command(UUID mailId, UserId user) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Sent(Mail mail) implements Outcome {}

    /** The user is gone, deactivated or verified, or has had enough mails for now. */
    record NobodyToWrite() implements Outcome {}
  }

  public Outcome handle(Command command) {
    return users
        .find(command.user())
        .filter(user -> user.active() && !user.emailVerified())
        .map(user -> send(command.mailId(), user))
        .orElseGet(Outcome.NobodyToWrite::new);
  }

  private Outcome send(UUID id, User user) {
    var grant = new CodeGrant(user.id(), user.email());
    return switch (issueCode.handle(new IssueCode.Command(CodePurpose.VERIFY_EMAIL, grant))) {
      case IssueCode.Outcome.Withheld() -> new Outcome.NobodyToWrite();
      case IssueCode.Outcome.Issued(var code) -> {
        var mail =
            Letters.write(
                id,
                new Letter.VerifyEmail(
                    MailLink.verifyEmail(publicUrl, code.reveal(), OneTimeCode.LIFETIME)),
                user.email(),
                user.username());
        mailer.send(mail);
        yield new Outcome.Sent(mail);
      }
    };
  }
}
