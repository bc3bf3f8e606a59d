package dev.portico.application.notifications;

import dev.portico.application.notifications.port.Mailer;
import dev.portico.domain.access.Notice;
import dev.portico.domain.notifications.Mail;
import java.util.UUID;

/** Tells somebody what has happened to their account. The texts are fixed. */
public final class SendNotice {

  private static final String PASSWORD_CHANGED =
      """
      Hello,

      the password of your account at Portico was changed just now, and its
      sessions were ended.

      If it was not you, ask for another password at once.
      """;
  private static final String EMAIL_CHANGED =
      """
      Hello,

      your account at Portico has another address from now on. Nothing more will
      be sent to this one.

      If it was not you, tell those who run the service.
      """;
  private static final String ACCOUNT_CLOSED =
      """
      Hello,

      your account at Portico was closed, and all that was personal in it is
      gone. Nothing more will be sent to this address.
      """;

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
          case PASSWORD_CHANGED -> mail(command, "Your password was changed", PASSWORD_CHANGED);
          case EMAIL_CHANGED -> mail(command, "Your address was changed", EMAIL_CHANGED);
          case ACCOUNT_CLOSED -> mail(command, "Your account was closed", ACCOUNT_CLOSED);
        };
    mailer.send(mail);
    return new Outcome.Sent(mail);
  }

  private static Mail mail(Command command, String subject, String text) {
    return new Mail(command.mailId(), command.notice().to(), subject, text);
  }
}
