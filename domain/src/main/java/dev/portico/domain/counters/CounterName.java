package dev.portico.domain.counters;

import dev.portico.domain.shared.Parsed;
import java.util.regex.Pattern;

/** What a counter is called by everyone: 1 to 64 of {@code a–z 0–9 . _ -}. */
public record CounterName(String text) {

  private static final Pattern RULE = Pattern.compile("[a-z0-9._-]{1,64}");

  public CounterName {
    if (!RULE.matcher(text).matches()) {
      throw new IllegalArgumentException("not a counter's name");
    }
  }

  public static Parsed<CounterName> parse(String text) {
    return RULE.matcher(text).matches()
        ? Parsed.accepted(new CounterName(text))
        : Parsed.refused("must be 1 to 64 of a-z 0-9 . _ -");
  }

  @Override
  public String toString() {
    return text;
  }
}
