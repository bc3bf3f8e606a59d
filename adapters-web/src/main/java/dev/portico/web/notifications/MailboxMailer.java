package dev.portico.web.notifications;

import dev.portico.application.notifications.port.Mailer;
import dev.portico.domain.notifications.Mail;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the last mails in memory, for a service that has no mail server: nobody gets them. */
final class MailboxMailer implements Mailer {

  static final int MOST_MAILS = 100;

  private static final Logger LOG = LoggerFactory.getLogger(MailboxMailer.class);

  private final Deque<Mail> kept = new ArrayDeque<>();

  @Override
  public void send(Mail mail) {
    synchronized (kept) {
      kept.addLast(mail);
      if (kept.size() > MOST_MAILS) {
        kept.removeFirst();
      }
    }
    LOG.info("Kept a mail in memory, as SMTP_URL is not set: {}", mail.id());
  }

  /** The last mails, oldest first. */
  List<Mail> kept() {
    synchronized (kept) {
      return List.copyOf(kept);
    }
  }
}
