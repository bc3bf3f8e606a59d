package dev.portico.domain.counters;

import dev.portico.domain.shared.Parsed;
import java.math.BigDecimal;

/** By how much a counter goes up at once: 1 to {@value #MAX}. */
public record Increment(int by) {

  private static final int MAX = 1_000_000;

  /** The one that is meant where nothing is said. */
  public static final Increment ONE = new Increment(1);

  public Increment {
    if (by < 1 || by > MAX) {
      throw new IllegalArgumentException("increment out of 1.." + MAX + ": " + by);
    }
  }

  public static Parsed<Increment> parse(BigDecimal number) {
    // The bounds come first: within them, looking for decimals costs little.
    boolean inRange =
        number.compareTo(BigDecimal.ONE) >= 0 && number.compareTo(BigDecimal.valueOf(MAX)) <= 0;
    return inRange && number.stripTrailingZeros().scale() <= 0
        ? Parsed.accepted(new Increment(number.intValueExact()))
        : Parsed.refused("must be a whole number from 1 to " + MAX);
  }
}
