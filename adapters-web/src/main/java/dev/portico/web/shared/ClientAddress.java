package dev.portico.web.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Objects;

/**
 * Where a request came from, as far as clients are told apart by it: an IPv4 address, or the first
 * 64 bits of one of IPv6, since whoever has one has all that begin alike (RFC 6177).
 *
 * <p>It is the peer of the connection. What a header claims counts where the peer is one of the
 * {@link TrustedProxies} only; behind any other proxy the client is that proxy.
 */
public record ClientAddress(String text) {

  private static final String HEADER = "X-Forwarded-For";
  private static final String ATTRIBUTE = ClientAddress.class.getName();
  private static final int PREFIX_BYTES = 8;

  /** Found out once for each request, before anybody asks for it. */
  static ClientAddress note(HttpServletRequest request, TrustedProxies proxies) {
    var hops = String.join(",", Collections.list(request.getHeaders(HEADER)));
    var client = of(proxies.clientOf(InetAddress.ofLiteral(request.getRemoteAddr()), hops));
    request.setAttribute(ATTRIBUTE, client);
    return client;
  }

  /** As it was noted. */
  static ClientAddress of(HttpServletRequest request) {
    return (ClientAddress) Objects.requireNonNull(request.getAttribute(ATTRIBUTE));
  }

  static ClientAddress of(String literal) {
    return of(InetAddress.ofLiteral(literal));
  }

  private static ClientAddress of(InetAddress address) {
    return new ClientAddress(
        address instanceof Inet6Address six
            ? prefixOf(six.getAddress())
            : address.getHostAddress());
  }

  private static String prefixOf(byte[] address) {
    return HexFormat.of().formatHex(Arrays.copyOf(address, PREFIX_BYTES)) + "/64";
  }
}
