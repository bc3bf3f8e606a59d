package dev.portico.domain.users;

import dev.portico.domain.shared.Parsed;
import java.util.Locale;

/**
 * How the name, the address or the full name of somebody begins who is looked for, in whatever
 * case.
 */
public record UserSearch(String prefix) {

  private static final int MAX_LENGTH = 254;

  /** No text begins with the prefix and comes after prefix and this one (Unicode 17, 3.4, D14). */
  private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

  public static Parsed<UserSearch> parse(String text) {
    return text.isBlank() || text.length() > MAX_LENGTH
        ? Parsed.refused("must be 1 to " + MAX_LENGTH + " characters and not blank")
        : Parsed.accepted(new UserSearch(text.toLowerCase(Locale.ROOT)));
  }

  /** Where those that begin so end, code point by code point. */
  public String end() {
    return prefix + LAST;
  }

  boolean finds(User user) {
    return user.username().key().startsWith(prefix)
        || user.email().key().startsWith(prefix)
        || user.fullName()
            .filter(name -> name.text().toLowerCase(Locale.ROOT).startsWith(prefix))
            .isPresent();
  }
}
