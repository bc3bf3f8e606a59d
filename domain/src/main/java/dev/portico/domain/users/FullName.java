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
    return Texts.parseLine(text, MAX_LENGTH).then(line -> Parsed.accepted(new FullName(line)));
  }

  @Override
  public String toString() {
    return text;
  }
}
