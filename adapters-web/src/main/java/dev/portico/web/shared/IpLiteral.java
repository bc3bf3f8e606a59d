package dev.portico.web.shared;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads addresses as people and proxies write them; never asks for a name. */
final class IpLiteral {

  private static final int MAX_LENGTH = 45;
  private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern FOUR = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
  private static final Pattern SIX = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  private IpLiteral() {}

  /**
   * The address; empty where it is none. One of IPv4 in the clothes of IPv6 (RFC 4291, 2.5.5.2) is
   * one of IPv4. Neither a zone nor the odd forms are read that {@link InetAddress} knows.
   */
  static Optional<InetAddress> parse(String text) {
    if (text.length() > MAX_LENGTH
        || !(FOUR.matcher(text).matches() || SIX.matcher(text).matches())) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }
}
