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

/** Writes to someone who has just registered, with a code that shows the address to be theirs. */
public final class SendWelcomeMail {

  private static final String SUBJECT = "Welcome to Portico";
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
    var mail = new Mail(id, user.email(), SUBJECT, textFor(user) + confirmation(user));
    mailer.send(mail);
    return new Outcome.Sent(mail);
  }

  /** Without the full name: it may be whatever a stranger wants the reader to read. */
  private static String textFor(User user) {
    return """
    Hello %s,

    you have an account at Portico now, under this name and this address.

    If you have not registered, somebody else has, with your address.
    """
        .formatted(user.username().text());
  }

  private String confirmation(User user) {
    if (user.emailVerified()) {
      return "";
    }
    var grant = new CodeGrant(user.id(), user.email());
    return switch (issueCode.handle(new IssueCode.Command(CodePurpose.VERIFY_EMAIL, grant))) {
      case IssueCode.Outcome.Withheld() -> "";
      case IssueCode.Outcome.Issued(var code) ->
          """

          If you have, please confirm your address, within %d minutes:

          %s
          """
              .formatted(OneTimeCode.LIFETIME.toMinutes(), ConfirmationLink.link(code, publicUrl));
    };
  }
}
