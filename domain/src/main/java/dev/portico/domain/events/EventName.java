package dev.portico.domain.events;

import dev.portico.domain.shared.Parsed;
import dev.portico.domain.shared.Texts;

/**
 * What kind of thing happened, in its recorder's words: 1 to {@value #MAX_LENGTH} code points. Kept
 * as written; two names that differ in anything are two names.
 */
public record EventName(String text) {

  private static final int MAX_LENGTH = 100;

  public static Parsed<EventName> parse(String text) {
    return Texts.parseLine(text, MAX_LENGTH).then(line -> Parsed.accepted(new EventName(line)));
  }

  @Override
  public String toString() {
    return text;
  }
}
