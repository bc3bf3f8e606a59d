package dev.portico.web.shared;

import dev.portico.domain.shared.Parsed;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The machines that may say for whom they speak ({@code X-Forwarded-For}). */
public final class TrustedProxies {

  /** Nobody; headers are not believed. */
  public static final TrustedProxies NONE = new TrustedProxies(List.of());

  private static final Pattern LENGTH = Pattern.compile("0|[1-9][0-9]{0,2}");
  private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
  private static final String RULE =
      "must be addresses or networks such as 10.0.0.0/8,2001:db8::/32, separated by commas";

  private final List<Network> networks;

  private TrustedProxies(List<Network> networks) {
    this.networks = List.copyOf(networks);
  }

  /** All addresses that begin alike (RFC 4632, RFC 4291). */
  private record Network(InetAddress address, int length) {

    static Optional<Network> parse(String text) {
      int slash = text.indexOf('/');
      var address = IpLiteral.parse(slash < 0 ? text : text.substring(0, slash));
      return address.flatMap(it -> {
        int bits = it.getAddress().length * Byte.SIZE;
        return slash < 0
            ? Optional.of(new Network(it, bits))
            : length(text.substring(slash + 1), bits)
                .map(length -> new Network(it, length))
                .filter(Network::endsInZeros);
      });
    }

    private static Optional<Integer> length(String text, int most) {
      return Optional.of(text)
          .filter(LENGTH.asMatchPredicate())
          .map(Integer::valueOf)
          .filter(length -> length <= most);
    }

    /** Otherwise one of the two halves is a slip, and which one nobody knows. */
    private boolean endsInZeros() {
      byte[] bytes = address.getAddress();
      for (int bit = length; bit < bytes.length * Byte.SIZE; bit++) {
        if (bitOf(bytes, bit) != 0) {
          return false;
        }
      }
      return true;
    }

    boolean contains(InetAddress other) {
      byte[] mine = address.getAddress();
      byte[] theirs = other.getAddress();
      if (mine.length != theirs.length) {
        return false;
      }
      for (int bit = 0; bit < length; bit++) {
        if (bitOf(mine, bit) != bitOf(theirs, bit)) {
          return false;
        }
      }
      return true;
    }

    private static int bitOf(byte[] bytes, int bit) {
      return bytes[bit / Byte.SIZE] >> (Byte.SIZE - 1 - bit % Byte.SIZE) & 1;
    }
  }

  /** Reads addresses and networks, separated by commas. */
  public static Parsed<TrustedProxies> parse(String text) {
    var networks = new ArrayList<Network>();
    for (var part : text.split(",", -1)) {
      var network = Network.parse(part.strip());
      if (network.isEmpty()) {
        return Parsed.refused(RULE);
      }
      networks.add(network.get());
    }
    return Parsed.accepted(new TrustedProxies(networks));
  }

  private boolean trust(InetAddress address) {
    return networks.stream().anyMatch(network -> network.contains(address));
  }

  /**
   * For whom the peer speaks: the nearest hop that is not trusted. Each proxy adds at the right
   * whom it heard, so whatever stands to the left of that hop was its own to invent. Where a
   * trusted proxy passes on what is no address, or all are trusted, it is the last that could be
   * read.
   *
   * @param forwardedFor all of {@code X-Forwarded-For}, nearest hop last; empty where there is none
   */
  InetAddress clientOf(InetAddress peer, String forwardedFor) {
    var client = peer;
    var rest = forwardedFor;
    while (trust(client) && !rest.isEmpty()) {
      int comma = rest.lastIndexOf(',');
      var hop = hop(rest.substring(comma + 1).strip());
      if (hop.isEmpty()) {
        return client;
      }
      client = hop.get();
      rest = rest.substring(0, Math.max(comma, 0));
    }
    return client;
  }

  /** An address, perhaps with a port: one of IPv6 in brackets then. */
  private static Optional<InetAddress> hop(String text) {
    if (text.startsWith("[")) {
      int end = text.indexOf(']');
      return end > 0 && isPortOrNothing(text.substring(end + 1))
          ? IpLiteral.parse(text.substring(1, end)).filter(_ -> text.indexOf(':') < end)
          : Optional.empty();
    }
    int colon = text.indexOf(':');
    return colon >= 0 && colon == text.lastIndexOf(':') && isPortOrNothing(text.substring(colon))
        ? IpLiteral.parse(text.substring(0, colon))
        : IpLiteral.parse(text);
  }

  private static boolean isPortOrNothing(String text) {
    return text.isEmpty() || (text.charAt(0) == ':' && PORT.matcher(text.substring(1)).matches());
  }

  @Override
  public String toString() {
    return networks.toString();
  }
}
