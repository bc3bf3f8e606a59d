package dev.portico.application.notifications;

import dev.portico.application.notifications.port.Mailer;
import dev.portico.domain.access.Notice;
import dev.portico.domain.notifications.Mail;
import java.util.Optional;
import java.util.UUID;

/** Tells somebody what has happened to their account. The texts are fixed. */
public final class SendNotice {

  private final Mailer mailer;

  public SendNotice(Mailer mailer) {
    this.mailer = mailer;
  }

  /**
   * What to tell whom.
   *
   * @param mailId the same each time the same mail is sent
   */
  public record Command(UUID mailId, Notice notice) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Sent(Mail mail) implements Outcome {}
  }

  public Outcome handle(Command command) {
    var notice = command.notice();
    var mail = Letters.write(command.mailId(), letterOf(notice.event()), notice.to());
    mailer.send(mail);
    return new Outcome.Sent(mail);
  }

  private static Letter letterOf(Notice.Event event) {
    return switch (event) {
      case PASSWORD_CHANGED -> new Letter.PasswordChanged();
      case EMAIL_CHANGED -> new Letter.EmailChanged(Optional.empty());
      case SESSION_ENDED -> new Letter.SessionEnded();
      case ACCOUNT_DEACTIVATED -> new Letter.AccountDeactivated();
      case ACCOUNT_CLOSED -> new Letter.AccountClosed();
      case WEBHOOK_DISABLED -> new Letter.WebhookDisabled();
    };
  }
}
