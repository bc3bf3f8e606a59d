package dev.portico.application.notifications;

import dev.portico.application.notifications.port.Mailer;
import dev.portico.application.notifications.port.Subscriptions;
import dev.portico.application.shared.port.SecretGenerator;
import dev.portico.domain.access.OneTimeCode;
import dev.portico.domain.notifications.Mail;
import dev.portico.domain.notifications.Subscription;
import dev.portico.domain.shared.PublicUrl;
import dev.portico.domain.users.EmailAddress;
import java.time.InstantSource;
import java.util.UUID;

/**
 * Writes to an address for which somebody asked for news, with a link to agree by.
 *
 * <p>The text is fixed: whoever asks has no word in it, so the service cannot be made to carry
 * theirs. Each mail has a code of its own, and the last one counts.
 */
public final class SendSubscriptionMail {

  private final Subscriptions subscriptions;
  private final SecretGenerator secrets;
  private final InstantSource time;
  private final Mailer mailer;
  private final PublicUrl publicUrl;

  public SendSubscriptionMail(
      Subscriptions subscriptions,
      SecretGenerator secrets,
      InstantSource time,
      Mailer mailer,
      PublicUrl publicUrl) {
    this.subscriptions = subscriptions;
    this.secrets = secrets;
    this.time = time;
    this.mailer = mailer;
    this.publicUrl = publicUrl;
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
    var code = new OneTimeCode(secrets.next(OneTimeCode.SECRET_BYTES));
    var now = time.instant();
    subscriptions.offer(Subscription.offer(command.to(), code, now), now);
    var link = MailLink.confirmSubscription(publicUrl, code.reveal(), Subscription.LIFETIME);
    var mail = Letters.write(command.mailId(), new Letter.NewsRequested(link), command.to());
    mailer.send(mail);
    return new Outcome.Sent(mail);
  }
}
