package dev.portico.web.payments;

import dev.portico.domain.shared.Money;
import java.math.BigDecimal;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Amounts as Stripe counts them (docs.stripe.com/currencies): in a currency's smallest unit, which
 * is not everywhere that of ISO 4217.
 */
final class StripeAmount {

  /** Ariary are charged whole, though ISO knows fifths of them. */
  private static final Set<String> WHOLE =
      Set.of(
          "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF",
          "XOF", "XPF");

  private static final Set<String> WITH_THREE_DECIMALS = Set.of("BHD", "JOD", "KWD", "OMR", "TND");

  private StripeAmount() {}

  /** So many units; empty where Stripe cannot take exactly this. */
  static OptionalLong of(Money money) {
    var currency = money.currency().getCurrencyCode();
    if (WITH_THREE_DECIMALS.contains(currency)) {
      // Counted in thousandths, but taken in hundredths.
      var hundredths = exact(money.amount(), 2);
      return hundredths.isPresent()
          ? OptionalLong.of(hundredths.getAsLong() * 10)
          : OptionalLong.empty();
    }
    // All others have two, also those whose smallest unit is out of use: ISK, UGX.
    return exact(money.amount(), WHOLE.contains(currency) ? 0 : 2);
  }

  private static OptionalLong exact(BigDecimal amount, int digits) {
    var plain = amount.stripTrailingZeros();
    return plain.scale() <= digits
        ? OptionalLong.of(plain.movePointRight(digits).longValueExact())
        : OptionalLong.empty();
  }
}
