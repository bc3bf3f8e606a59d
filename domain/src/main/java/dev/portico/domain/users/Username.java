package dev.portico.domain.users;

import dev.portico.domain.shared.Parsed;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name a user signs in with and is shown by: 3 to 32 of {@code A–Z a–z 0–9 . _ -}, starting and
 * ending with a letter or digit. Two names that differ in case only are the same name.
 */
public record Username(String text) {

  /** How the names of guests begin, and those of users, in whatever case, do not. */
  public static final String GUEST_PREFIX = "guest-";

  private static final Pattern RULE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,30}[A-Za-z0-9]");

  public Username {
    if (!RULE.matcher(text).matches()) {
      throw new IllegalArgumentException("not a username");
    }
  }

  public static Parsed<Username> parse(String text) {
    if (text.toLowerCase(Locale.ROOT).startsWith(GUEST_PREFIX)) {
      return Parsed.refused("must not begin with " + GUEST_PREFIX);
    }
    return RULE.matcher(text).matches()
        ? Parsed.accepted(new Username(text))
        : Parsed.refused(
            "must be 3 to 32 of A-Z a-z 0-9 . _ - and start and end with a letter or digit");
  }

  /** What makes it unique: the name without case. */
  public String key() {
    return text.toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return text;
  }
}
