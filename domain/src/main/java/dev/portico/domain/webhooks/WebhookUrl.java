package dev.portico.domain.webhooks;

import dev.portico.domain.shared.Parsed;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Where a receiver says that it is: an absolute URI (RFC 3986) of at most {@value #MAX_LENGTH}
 * visible ASCII characters. Whether we go there, {@link WebhookRule} says.
 */
public record WebhookUrl(URI value) {

  private static final int MAX_LENGTH = 2_000;
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  public static Parsed<WebhookUrl> parse(String text) {
    if (text.length() <= MAX_LENGTH && text.matches("[!-~]+")) {
      try {
        var uri = new URI(text);
        if (uri.isAbsolute()) {
          return Parsed.accepted(new WebhookUrl(uri));
        }
      } catch (URISyntaxException broken) {
        // Refused below.
      }
    }
    return Parsed.refused(
        "must be an absolute address of at most "
            + MAX_LENGTH
            + " characters, such as https://hooks.example.com/portico");
  }

  String scheme() {
    return value.getScheme().toLowerCase(Locale.ROOT);
  }

  boolean isSecure() {
    return scheme().equals("https");
  }

  /** In lower case; empty where there is none. */
  String host() {
    return value.getHost() == null ? "" : value.getHost().toLowerCase(Locale.ROOT);
  }

  int port() {
    return value.getPort() >= 0 ? value.getPort() : isSecure() ? HTTPS : HTTP;
  }

  /** The whole of it, for its owner. */
  public String text() {
    return value.toString();
  }

  /** Never more than its host: what follows may be a secret, and this may end up in a log. */
  @Override
  public String toString() {
    return "WebhookUrl[" + host() + "]";
  }
}
