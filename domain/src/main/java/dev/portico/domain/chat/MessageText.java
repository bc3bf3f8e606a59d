package dev.portico.domain.chat;

import dev.portico.domain.shared.Parsed;
import dev.portico.domain.shared.Texts;

/** What somebody says: 1 to {@value #MAX_LENGTH} code points, kept as written. */
public record MessageText(String text) {

  private static final int MAX_LENGTH = 4_000;

  public static Parsed<MessageText> parse(String text) {
    return text.isEmpty() || text.length() > 2 * MAX_LENGTH || Texts.length(text) > MAX_LENGTH
        ? Parsed.refused("must be 1 to " + MAX_LENGTH + " characters")
        : Parsed.accepted(new MessageText(text));
  }

  @Override
  public String toString() {
    return text;
  }
}
