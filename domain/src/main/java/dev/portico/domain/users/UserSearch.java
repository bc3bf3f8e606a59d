package dev.portico.domain.users;

import dev.portico.domain.shared.Parsed;
import java.util.Locale;

/**
 * How the name, the address or the full name of somebody begins who is looked for, in whatever
 * case.
 */
public record UserSearch(String text) {

  /** No text comes after every text that begins with a prefix but before the prefix and this. */
  public static final String LAST = Character.toString(Character.MAX_CODE_POINT);

  private static final int MAX_LENGTH = 254;

  public static Parsed<UserSearch> parse(String text) {
    return text.isBlank() || text.length() > MAX_LENGTH
        ? Parsed.refused("must be 1 to " + MAX_LENGTH + " characters and not blank")
        : Parsed.accepted(new UserSearch(text));
  }

  /** The beginning of the keys that are found. */
  public String prefix() {
    return text.toLowerCase(Locale.ROOT);
  }

  boolean finds(User user) {
    return user.username().key().startsWith(prefix())
        || user.email().key().startsWith(prefix())
        || user.fullName()
            .filter(name -> name.text().toLowerCase(Locale.ROOT).startsWith(prefix()))
            .isPresent();
  }
}
