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
    var mail =
        switch (command.notice().event()) {
          case PASSWORD_CHANGED ->
              Letters.write(command.mailId(), new Letter.PasswordChanged(), command.notice().to());
          case EMAIL_CHANGED ->
              Letters.write(
                  command.mailId(),
                  new Letter.EmailChanged(Optional.empty()),
                  command.notice().to());
          case ACCOUNT_CLOSED ->
              Letters.write(command.mailId(), new Letter.AccountClosed(), command.notice().to());
          case WEBHOOK_DISABLED ->
              Letters.write(command.mailId(), new Letter.WebhookDisabled(), command.notice().to());
        };
    mailer.send(mail);
    return new Outcome.Sent(mail);
  }
}
