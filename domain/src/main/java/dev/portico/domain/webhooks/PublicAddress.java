package dev.portico.domain.webhooks;

import java.util.Arrays;
import java.util.List;

/** Which addresses belong to everybody (IANA's registries of special-purpose addresses). */
final class PublicAddress {

  private static final int IPV4_BYTES = 4;
  private static final int IPV6_BYTES = 16;

  /** The first of a range's addresses, as far as it is not zero, and how many bits all share. */
  private record Range(int bits, List<Integer> start) {

    static Range of(int bits, Integer... start) {
      return new Range(bits, List.of(start));
    }

    boolean holds(byte[] address) {
      for (int i = 0; i < bits; i++) {
        int wanted = i / Byte.SIZE < start.size() ? start.get(i / Byte.SIZE) : 0;
        int mask = 0x80 >> (i % Byte.SIZE);
        if ((address[i / Byte.SIZE] & mask) != (wanted & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  /** RFC 6890 and those after it; multicast and what is reserved as well. */
  private static final List<Range> NOT_PUBLIC_4 =
      List.of(
          Range.of(8, 0),
          Range.of(8, 10),
          Range.of(10, 100, 64),
          Range.of(8, 127),
          Range.of(16, 169, 254),
          Range.of(12, 172, 16),
          Range.of(24, 192, 0, 0),
          Range.of(24, 192, 0, 2),
          Range.of(24, 192, 88, 99),
          Range.of(16, 192, 168),
          Range.of(15, 198, 18),
          Range.of(24, 198, 51, 100),
          Range.of(24, 203, 0, 113),
          Range.of(3, 224));

  /** All that is given out so far. */
  private static final Range GLOBAL_6 = Range.of(3, 0x20);

  /** Protocols, tunnels and documentation, within what is given out. */
  private static final List<Range> NOT_PUBLIC_6 =
      List.of(
          Range.of(23, 0x20, 0x01),
          Range.of(32, 0x20, 0x01, 0x0d, 0xb8),
          Range.of(16, 0x20, 0x02),
          Range.of(20, 0x3f, 0xff));

  /** IPv4 addresses in the clothes of IPv6 ones: mapped, and translated (RFC 6052). */
  private static final List<Range> CLOTHED =
      List.of(
          Range.of(96, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff),
          Range.of(96, 0, 0x64, 0xff, 0x9b));

  private PublicAddress() {}

  static boolean is(byte[] address) {
    if (address.length == IPV4_BYTES) {
      return none(NOT_PUBLIC_4, address);
    }
    if (address.length != IPV6_BYTES) {
      return false;
    }
    if (!none(CLOTHED, address)) {
      return is(Arrays.copyOfRange(address, IPV6_BYTES - IPV4_BYTES, IPV6_BYTES));
    }
    return GLOBAL_6.holds(address) && none(NOT_PUBLIC_6, address);
  }

  private static boolean none(List<Range> ranges, byte[] address) {
    return ranges.stream().noneMatch(range -> range.holds(address));
  }
}
