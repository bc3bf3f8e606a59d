package dev.portico.web.shared;

import dev.portico.domain.shared.Parsed;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * Where mails are handed over: {@code smtp://[user:password@]host[:port]}, or {@code smtps} for TLS
 * from the first byte (RFC 8314). User and password are percent-encoded.
 *
 * @param tls whether the connection begins with TLS; without, it goes over to it where the server
 *     offers that (STARTTLS)
 */
public record SmtpUrl(String host, int port, boolean tls, Optional<Login> login) {

  /** Who we are to the server. */
  public record Login(String user, String password) {

    /** Never the password: it may end up in a log. */
    @Override
    public String toString() {
      return "Login[hidden]";
    }
  }

  /** Message submission (RFC 6409), and the same with TLS (RFC 8314). */
  private static final int SUBMISSION_PORT = 587;

  private static final int SUBMISSIONS_PORT = 465;
  private static final int MAX_PORT = 65_535;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");
  private static final String REASON =
      "must be an address such as smtp://user:password@mail.example.com:587";

  /** Reads one; the reason of a refusal does not repeat the text, which may hold a password. */
  public static Parsed<SmtpUrl> parse(String text) {
    try {
      return parse(new URI(text));
    } catch (URISyntaxException | IllegalArgumentException broken) {
      return Parsed.refused(REASON);
    }
  }

  private static Parsed<SmtpUrl> parse(URI uri) {
    boolean tls = "smtps".equals(uri.getScheme());
    if ((!tls && !"smtp".equals(uri.getScheme()))
        || uri.getHost() == null
        || uri.getPort() == 0
        || uri.getPort() > MAX_PORT
        || !Set.of("", "/").contains(uri.getPath())
        || uri.getQuery() != null
        || uri.getFragment() != null) {
      return Parsed.refused(REASON);
    }
    int port = uri.getPort() > 0 ? uri.getPort() : tls ? SUBMISSIONS_PORT : SUBMISSION_PORT;
    var host = uri.getHost().replaceAll("[\\[\\]]", "");
    return uri.getRawUserInfo() == null
        ? Parsed.accepted(new SmtpUrl(host, port, tls, Optional.empty()))
        : login(uri.getRawUserInfo())
            .then(login -> Parsed.accepted(new SmtpUrl(host, port, tls, Optional.of(login))));
  }

  private static Parsed<Login> login(String userInfo) {
    var parts = userInfo.split(":", 2);
    return parts.length < 2 || parts[0].isEmpty()
        ? Parsed.refused("needs a password where it names a user")
        : Parsed.accepted(new Login(decoded(parts[0]), decoded(parts[1])));
  }

  private static String decoded(String text) {
    // In a URL a plus is a plus; the decoder is made for forms.
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** Whether a password would be read by others if the connection stayed without TLS. */
  public boolean needsTls() {
    return login.isPresent() && !LOOPBACK.contains(host);
  }
}
