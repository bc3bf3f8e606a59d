package dev.portico.application.notifications;

import dev.portico.application.access.IssueCode;
import dev.portico.application.notifications.port.Mailer;
import dev.portico.application.users.port.Users;
import dev.portico.application.users.port.Users.Credentials;
import dev.portico.domain.access.AddressChange;
import dev.portico.domain.access.CodeGrant;
import dev.portico.domain.access.CodePurpose;
import dev.portico.domain.access.OneTimeCode;
import dev.portico.domain.notifications.Mail;
import dev.portico.domain.shared.PublicUrl;
import dev.portico.domain.users.EmailAddress;
import dev.portico.domain.users.SignInName;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserId;
import java.util.UUID;

/** Writes to the address that a user wants in the place of theirs, unless it is somebody else's. */
public final class SendAddressChangeMail {

  private final Users users;
  private final IssueCode issueCode;
  private final Mailer mailer;
  private final PublicUrl publicUrl;

  public SendAddressChangeMail(
      Users users, IssueCode issueCode, Mailer mailer, PublicUrl publicUrl) {
    this.users = users;
    this.issueCode = issueCode;
    this.mailer = mailer;
    this.publicUrl = publicUrl;
  }

  /**
   * Who wants what.
   *
   * @param mailId the same each time the same mail is sent
   */
  public record Command(UUID mailId, AddressChange change) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Sent(Mail mail) implements Outcome {}

    /** The user is gone or deactivated, or has had enough mails for now; or the address is held. */
    record NobodyToWrite() implements Outcome {}
  }

  public Outcome handle(Command command) {
    var change = command.change();
    return users
        .find(change.user())
        .filter(user -> user.active() && !isHeldByAnother(change.wanted(), change.user()))
        .map(user -> send(command.mailId(), user, change.wanted()))
        .orElseGet(Outcome.NobodyToWrite::new);
  }

  private boolean isHeldByAnother(EmailAddress wanted, UserId user) {
    return users
        .credentialsOf(new SignInName.ByEmail(wanted))
        .map(Credentials::user)
        .filter(holder -> !holder.id().equals(user))
        .isPresent();
  }

  private Outcome send(UUID id, User user, EmailAddress wanted) {
    var grant = new CodeGrant(user.id(), wanted);
    return switch (issueCode.handle(new IssueCode.Command(CodePurpose.CHANGE_EMAIL, grant))) {
      case IssueCode.Outcome.Withheld() -> new Outcome.NobodyToWrite();
      case IssueCode.Outcome.Issued(var code) -> {
        var mail =
            Letters.write(
                id,
                new Letter.VerifyEmail(
                    MailLink.verifyEmail(publicUrl, code.reveal(), OneTimeCode.LIFETIME)),
                wanted,
                user.username());
        mailer.send(mail);
        yield new Outcome.Sent(mail);
      }
    };
  }
}
