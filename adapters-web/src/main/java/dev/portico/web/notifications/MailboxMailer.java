package dev.portico.web.notifications;

import dev.portico.application.notifications.port.Mailer;
import dev.portico.domain.notifications.Mail;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the last mails in memory, for a service that has no mail server: nobody gets them. */
final class MailboxMailer implements Mailer {

  static final int MOST_MAILS = 100;

  private static final Logger LOG = LoggerFactory.getLogger(MailboxMailer.class);

  private final InstantSource time;
  private final Deque<Kept> kept = new ArrayDeque<>();

  MailboxMailer(InstantSource time) {
    this.time = time;
  }

  /** A mail, and when it came. */
  record Kept(Mail mail, Instant at) {}

  @Override
  public void send(Mail mail) {
    synchronized (kept) {
      kept.addFirst(new Kept(mail, time.instant()));
      if (kept.size() > MOST_MAILS) {
        kept.removeLast();
      }
    }
    LOG.info("Kept a mail in memory, as SMTP_URL is not set: {}", mail.id());
  }

  /** The last mails, newest first. */
  List<Kept> kept() {
    synchronized (kept) {
      return List.copyOf(kept);
    }
  }
}
