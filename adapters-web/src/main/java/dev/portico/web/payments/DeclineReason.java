package dev.portico.web.payments;

import org.jspecify.annotations.Nullable;

/** Makes a clause for people of what a gateway said. */
final class DeclineReason {

  private static final int MAX_LENGTH = 200;

  private DeclineReason() {}

  /** What it said, in one line of plain characters and not too long; else this instead. */
  static String of(@Nullable String said, String otherwise) {
    if (said == null || said.isBlank()) {
      return otherwise;
    }
    var line =
        said.strip()
            .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "?")
            // Should a gateway ever quote a key of Stripe's.
            .replaceAll("(sk|rk)_(test|live)_\\w+", "?");
    return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH);
  }
}
