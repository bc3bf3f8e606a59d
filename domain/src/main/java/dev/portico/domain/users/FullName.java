package dev.portico.domain.users;

import dev.portico.domain.shared.Parsed;
import dev.portico.domain.shared.Texts;

/**
 * What a user wants to be called: 1 to {@value #MAX_LENGTH} code points, no controls and nothing
 * that reorders the text around it. Kept as written.
 */
public record FullName(String text) {

  private static final int MAX_LENGTH = 100;

  public static Parsed<FullName> parse(String text) {
    if (text.isBlank() || text.length() > 2 * MAX_LENGTH || Texts.length(text) > MAX_LENGTH) {
      return Parsed.refused("must be 1 to " + MAX_LENGTH + " characters and not blank");
    }
    if (Texts.hasControls(text) || Texts.hasBidiOverrides(text)) {
      return Parsed.refused("must not hold control characters or change the direction of text");
    }
    return Parsed.accepted(new FullName(text));
  }

  @Override
  public String toString() {
    return text;
  }
}
