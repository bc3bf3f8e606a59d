package dev.portico.application.notifications;

import dev.portico.application.notifications.port.Mailer;
import dev.portico.domain.notifications.Mail;
import dev.portico.domain.users.EmailAddress;
import java.util.UUID;

/**
 * Writes to an address for which somebody asked for news.
 *
 * <p>The text is fixed: whoever asks has no word in it, so the service cannot be made to carry
 * theirs.
 */
public final class SendSubscriptionMail {

  private static final String SUBJECT = "News from Portico were asked for";
  private static final String TEXT =
      """
      Hello,

      somebody has asked Portico to send news to this address.

      None will be sent unless whoever reads this address agrees. If you do not
      want any, there is nothing that you need to do.
      """;

  private final Mailer mailer;

  public SendSubscriptionMail(Mailer mailer) {
    this.mailer = mailer;
  }

  /**
   * Where to write to.
   *
   * @param mailId the same each time the same mail is sent
   */
  public record Command(UUID mailId, EmailAddress to) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Sent(Mail mail) implements Outcome {}
  }

  public Outcome handle(Command command) {
    var mail = new Mail(command.mailId(), command.to(), SUBJECT, TEXT);
    mailer.send(mail);
    return new Outcome.Sent(mail);
  }
}
