package dev.portico.domain.access;

import java.util.stream.Collectors;

/**
 * What somebody signs in with, for people to tell their sessions apart; it proves nothing.
 *
 * @param address where the request came from, as far as clients are told apart
 * @param agent what the program calls itself (RFC 9110, 10.1.5), at most {@value #MAX_AGENT}
 *     characters of printable ASCII; empty where it says nothing
 */
public record Client(String address, String agent) {

  private static final int MAX_AGENT = 256;

  /** As a request says it, cut and cleaned. */
  public static Client of(String address, String agent) {
    return new Client(
        address,
        agent
            .chars()
            .filter(c -> c >= ' ' && c <= '~')
            .limit(MAX_AGENT)
            .mapToObj(Character::toString)
            .collect(Collectors.joining()));
  }
}
