package dev.portico.domain.payments;

import dev.portico.domain.shared.Parsed;
import dev.portico.domain.shared.Texts;

/**
 * What a payment is for, in the payer's words: 1 to {@value #MAX_LENGTH} code points, not blank, no
 * controls and nothing that reorders the text around it. Kept as written.
 */
public record PaymentDescription(String text) {

  private static final int MAX_LENGTH = 200;

  public static Parsed<PaymentDescription> parse(String text) {
    return Texts.parseLine(text, MAX_LENGTH)
        .then(line -> Parsed.accepted(new PaymentDescription(line)));
  }

  @Override
  public String toString() {
    return text;
  }
}
