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
import java.util.Optional;
import java.util.UUID;

/** Writes to someone who has just registered, with a code that shows the address to be theirs. */
public final class SendWelcomeMail {

  private final Users users;
  private final IssueCode issueCode;
  private final Mailer mailer;
  private final PublicUrl publicUrl;

  public SendWelcomeMail(Users users, IssueCode issueCode, Mailer mailer, PublicUrl publicUrl) {
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

    /** The user is gone, or deactivated. */
    record NobodyToWrite() implements Outcome {}
  }

  public Outcome handle(Command command) {
    return users
        .find(command.user())
        .filter(User::active)
        .map(user -> send(command.mailId(), user))
        .orElseGet(Outcome.NobodyToWrite::new);
  }

  private Outcome send(UUID id, User user) {
    var mail = Letters.write(id, new Letter.Welcome(link(user)), user.email(), user.username());
    mailer.send(mail);
    return new Outcome.Sent(mail);
  }

  private Optional<MailLink> link(User user) {
    if (user.emailVerified()) {
      return Optional.empty();
    }
    var grant = new CodeGrant(user.id(), user.email());
    return switch (issueCode.handle(new IssueCode.Command(CodePurpose.VERIFY_EMAIL, grant))) {
      case IssueCode.Outcome.Withheld() -> Optional.empty();
      case IssueCode.Outcome.Issued(var code) ->
          Optional.of(MailLink.verifyEmail(publicUrl, code.reveal(), OneTimeCode.LIFETIME));
    };
  }
}
