package dev.portico.web.shared;

import dev.portico.domain.shared.Parsed;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a peer that we call is to be found: an http or https URL. User and password in it are sent
 * as Basic credentials (RFC 7617), never as a part of the address; {@link #toString} shows the
 * origin alone, since a query may hold a key too.
 */
public final class PeerUrl {

  private static final int MAX_LENGTH = 2_000;
  private static final String REASON =
      "must be an http or https address such as https://data.example.com/v1/weather";

  private final URI target;
  private final Optional<String> authorization;

  private PeerUrl(URI target, Optional<String> authorization) {
    this.target = target;
    this.authorization = authorization;
  }

  /** Reads what an operator wrote. */
  public static Parsed<PeerUrl> parse(String text) {
    if (text.length() > MAX_LENGTH || !text.matches("[!-~]+")) {
      return Parsed.refused(REASON);
    }
    try {
      var uri = new URI(text);
      return isFitting(uri)
          ? Parsed.accepted(new PeerUrl(withoutUserInfo(uri), authorization(uri)))
          : Parsed.refused(REASON);
    } catch (URISyntaxException broken) {
      return Parsed.refused(REASON);
    }
  }

  private static boolean isFitting(URI uri) {
    var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    return (scheme.equals("http") || scheme.equals("https"))
        && uri.getHost() != null
        && uri.getPort() <= 65_535
        && uri.getPort() != 0
        && uri.getRawFragment() == null;
  }

  private static URI withoutUserInfo(URI uri) {
    var userInfo = uri.getRawUserInfo();
    return userInfo == null ? uri : URI.create(uri.toString().replaceFirst("//[^@/]*@", "//"));
  }

  private static Optional<String> authorization(URI uri) {
    return Optional.ofNullable(uri.getUserInfo())
        .map(userInfo ->
            Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8)))
        .map(encoded -> "Basic " + encoded);
  }

  /** The address, without credentials. */
  public URI target() {
    return target;
  }

  /** The value of the Authorization header to send. */
  public Optional<String> authorization() {
    return authorization;
  }

  /** Scheme, host and port. */
  @Override
  public String toString() {
    return target.getScheme() + "://" + target.getRawAuthority();
  }
}
