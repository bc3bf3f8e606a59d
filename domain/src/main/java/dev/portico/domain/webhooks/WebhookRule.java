package dev.portico.domain.webhooks;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where we let ourselves be sent. Whoever registers a webhook chooses an address that this service
 * then calls from inside its own network, so nothing but public receivers is called (OWASP ASVS 5.0
 * V1.3.6).
 *
 * @param anywhere whether any address is called, by http too: for tests and development
 */
public record WebhookRule(boolean anywhere) {

  /** For everybody's webhooks. */
  public static final WebhookRule PUBLIC_ONLY = new WebhookRule(false);

  public static final WebhookRule ANYWHERE = new WebhookRule(true);

  private static final Set<Integer> PORTS = Set.of(443, 8443);

  /** Names that mean something else to each network (RFC 6761, RFC 6762, RFC 8375 and others). */
  private static final List<String> LOCAL_NAMES =
      List.of(".localhost", ".local", ".internal", ".home.arpa", ".lan", ".intranet", ".onion");

  /** Why no webhook may lead there, a clause for people; empty where one may. */
  public Optional<String> refusal(WebhookUrl url) {
    if (url.host().isEmpty() || url.value().getRawUserInfo() != null) {
      return Optional.of("must name a host, and no user");
    }
    if (url.value().getRawFragment() != null) {
      return Optional.of("must have no fragment");
    }
    return anywhere ? refusalAnywhere(url) : refusalInPublic(url);
  }

  private static Optional<String> refusalAnywhere(WebhookUrl url) {
    return url.isSecure() || url.scheme().equals("http")
        ? Optional.empty()
        : Optional.of("must begin with https or http");
  }

  private static Optional<String> refusalInPublic(WebhookUrl url) {
    if (!url.isSecure()) {
      return Optional.of("must begin with https");
    }
    if (!PORTS.contains(url.port())) {
      return Optional.of("must lead to port 443 or 8443");
    }
    return isPublicName(url.host())
        ? Optional.empty()
        : Optional.of("must have a public name for its host");
  }

  /** Never an address, however it is written: whoever owns one has a name for it. */
  private static boolean isPublicName(String host) {
    var name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    return name.matches("([a-z0-9_-]+\\.)+[a-z][a-z0-9-]*")
        && LOCAL_NAMES.stream().noneMatch(name::endsWith);
  }

  /**
   * Whether an address may be called that a host's name leads to.
   *
   * @param address its 4 or 16 bytes
   */
  public boolean admits(byte[] address) {
    return anywhere || PublicAddress.is(address);
  }
}
