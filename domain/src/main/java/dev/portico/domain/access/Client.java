package dev.portico.domain.access;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
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

  /** What to look for in this order, since each claims to be those behind it as well. */
  private static final List<Mark> PROGRAMS =
      List.of(
          new Mark("Edg", "Edge"),
          new Mark("OPR/", "Opera"),
          new Mark("SamsungBrowser/", "Samsung Internet"),
          new Mark("Firefox/", "Firefox"),
          new Mark("FxiOS/", "Firefox"),
          new Mark("Chrome/", "Chrome"),
          new Mark("CriOS/", "Chrome"),
          new Mark("Safari/", "Safari"));

  private static final List<Mark> SYSTEMS =
      List.of(
          new Mark("iPhone", "iPhone"),
          new Mark("iPad", "iPad"),
          new Mark("Android", "Android"),
          new Mark("Windows", "Windows"),
          new Mark("Mac OS X", "macOS"),
          new Mark("CrOS", "ChromeOS"),
          new Mark("Linux", "Linux"));

  private static final Pattern PRODUCT = Pattern.compile("[A-Za-z0-9._-]{1,40}");

  private record Mark(String sign, String name) {

    static Optional<String> nameIn(String agent, List<Mark> marks) {
      return marks.stream().filter(it -> agent.contains(it.sign)).map(Mark::name).findFirst();
    }
  }

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

  /** A name for people, such as Firefox on Linux, as good as can be told from what it says. */
  public String device() {
    var program = Mark.nameIn(agent, PROGRAMS).or(this::product).orElse("Unknown");
    return Mark.nameIn(agent, SYSTEMS).map(it -> program + " on " + it).orElse(program);
  }

  /** What it calls itself first, without a version. */
  private Optional<String> product() {
    var first = PRODUCT.matcher(agent);
    return first.lookingAt() ? Optional.of(first.group()) : Optional.empty();
  }
}
