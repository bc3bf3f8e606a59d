package dev.portico.web.shared;

import java.util.Optional;

/**
 * How mails are sent.
 *
 * @param server empty where they are kept in memory instead
 * @param shown whether mails that are kept in memory are shown to whoever asks, which is for people
 *     who try the service on their own machine: there are links in them that open accounts
 */
public record MailSettings(Optional<Server> server, boolean shown) {

  /**
   * A mail server.
   *
   * @param from the address that mails come from, as {@code name@example.com}
   */
  public record Server(SmtpUrl url, String from) {}

  public MailSettings {
    if (shown && server.isPresent()) {
      throw new IllegalArgumentException("mails that go elsewhere are not kept");
    }
  }

  /** No server, and nobody sees the mails. */
  public static MailSettings inMemory() {
    return new MailSettings(Optional.empty(), false);
  }
}
