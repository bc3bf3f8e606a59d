package dev.portico.domain.payments;

import dev.portico.domain.shared.Parsed;
import java.util.regex.Pattern;

/**
 * What is to be charged, by the name that the gateway gave it to the payer's browser: 1 to 255 of
 * {@code A-Z a-z 0-9 _ -}. Never a card's number, which no digits alone could be.
 */
public record PaymentMethod(String text) {

  private static final Pattern NAME = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9_-]{1,255}");

  public static Parsed<PaymentMethod> parse(String text) {
    return NAME.matcher(text).matches()
        ? Parsed.accepted(new PaymentMethod(text))
        : Parsed.refused(
            "must be the gateway's name of a payment method, 1 to 255 of A-Z a-z 0-9 _ -, not"
                + " digits alone");
  }

  @Override
  public String toString() {
    return text;
  }
}
