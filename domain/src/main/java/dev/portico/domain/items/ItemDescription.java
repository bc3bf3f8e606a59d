package dev.portico.domain.items;

import dev.portico.domain.shared.Parsed;
import dev.portico.domain.shared.Texts;

/**
 * What is said of an item: at most {@value #MAX_LENGTH} code points, on as many lines as it takes.
 * Tabs and line ends are its only controls. Kept as written.
 */
public record ItemDescription(String text) {

  private static final int MAX_LENGTH = 4_000;

  public static Parsed<ItemDescription> parse(String text) {
    if (text.length() > 2 * MAX_LENGTH || Texts.length(text) > MAX_LENGTH) {
      return Parsed.refused("must be at most " + MAX_LENGTH + " characters");
    }
    if (Texts.hasControls(text.replaceAll("[\t\r\n]", "")) || Texts.hasBidiOverrides(text)) {
      return Parsed.refused(
          "must not hold control characters but tabs and line ends, or change the direction of"
              + " text");
    }
    return Parsed.accepted(new ItemDescription(text));
  }

  @Override
  public String toString() {
    return text;
  }
}
