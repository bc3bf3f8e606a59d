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
    var mail = Letters.write(command.mailId(), new Letter.NewsRequested(), command.to());
    mailer.send(mail);
    return new Outcome.Sent(mail);
  }
}
