package dev.portico.domain.items;

import dev.portico.domain.shared.Parsed;
import dev.portico.domain.shared.Texts;

/** What an item is called: 1 to {@value #MAX_LENGTH} code points on one line. Kept as written. */
public record ItemTitle(String text) {

  private static final int MAX_LENGTH = 200;

  public static Parsed<ItemTitle> parse(String text) {
    return Texts.parseLine(text, MAX_LENGTH).then(line -> Parsed.accepted(new ItemTitle(line)));
  }

  @Override
  public String toString() {
    return text;
  }
}
