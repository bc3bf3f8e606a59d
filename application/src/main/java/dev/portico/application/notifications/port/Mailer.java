package dev.portico.application.notifications.port;

import dev.portico.domain.notifications.Mail;

/** Sends mails. */
public interface Mailer {

  /**
   * Hands a mail over for delivery.
   *
   * <p>Promise: when this returns, whoever delivers mails has taken it, from us and with this
   * address, subject, text and HTML alone. A mail of one id carries one {@code Message-ID} however
   * often it is sent, so that a repetition is recognisable. When this throws, it may or may not
   * have been taken: send it again later.
   *
   * <p>Concurrency: any number of threads at once; may take many seconds, so never call it in a
   * transaction.
   *
   * @throws dev.portico.application.shared.Unavailable if it is not taken, and may be another time
   * @throws dev.portico.application.shared.Rejected if it is refused for good
   */
  void send(Mail mail);
}
