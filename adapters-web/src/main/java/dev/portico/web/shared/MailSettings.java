package dev.portico.web.shared;

import java.util.Optional;

/**
 * How mails are sent.
 *
 * @param server empty where they are kept in memory instead
 */
public record MailSettings(Optional<Server> server) {

  /**
   * A mail server.
   *
   * @param from the address that mails come from, as {@code name@example.com}
   */
  public record Server(SmtpUrl url, String from) {}

  /** No server. */
  public static MailSettings inMemory() {
    return new MailSettings(Optional.empty());
  }
}
