package dev.portico.web.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where a request came from, as far as clients are told apart by it: an IPv4 address, or the first
 * 64 bits of one of IPv6, since whoever has one has all that begin alike (RFC 6177).
 *
 * <p>It is the peer of the connection and never what a header claims. Behind a proxy that is the
 * proxy.
 */
public record ClientAddress(String text) {

  private static final int PREFIX_BYTES = 8;

  static ClientAddress of(HttpServletRequest request) {
    return of(request.getRemoteAddr());
  }

  static ClientAddress of(String literal) {
    return InetAddress.ofLiteral(literal) instanceof Inet6Address six
        ? new ClientAddress(prefixOf(six.getAddress()))
        : new ClientAddress(literal);
  }

  private static String prefixOf(byte[] address) {
    return HexFormat.of().formatHex(Arrays.copyOf(address, PREFIX_BYTES)) + "/64";
  }
}
