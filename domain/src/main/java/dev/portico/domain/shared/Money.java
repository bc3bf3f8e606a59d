package dev.portico.domain.shared;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An amount that someone asks or pays: more than nothing, at most 1 000 000, in a currency of ISO
 * 4217 and with exactly the decimals that the standard gives it, so that equal sums are equal
 * values.
 */
public record Money(BigDecimal amount, Currency currency) {

  /** The most of any currency, in its main unit. */
  public static final BigDecimal MAX_AMOUNT = BigDecimal.valueOf(1_000_000);

  /** No sign, no exponent, no leading zeros, and bounded before any number is made of it. */
  private static final Pattern DECIMAL = Pattern.compile("(0|[1-9][0-9]{0,6})(\\.[0-9]{1,9})?");

  public Money {
    if (amount.scale() != currency.getDefaultFractionDigits() || !isInRange(amount)) {
      throw new IllegalArgumentException("not an amount of " + currency);
    }
  }

  /** Reads a currency by its code of three capital letters. */
  public static Parsed<Currency> parseCurrency(String code) {
    try {
      var currency = Currency.getInstance(code);
      // Gold, test codes and the like have no smallest unit to count in.
      if (currency.getDefaultFractionDigits() >= 0) {
        return Parsed.accepted(currency);
      }
    } catch (IllegalArgumentException unknown) {
      // Refused below.
    }
    return Parsed.refused("must be the code of an ISO 4217 currency, such as USD");
  }

  /** Reads an amount of this currency; decimals left out count as zeros. */
  public static Parsed<Money> parse(String amount, Currency currency) {
    int digits = currency.getDefaultFractionDigits();
    if (DECIMAL.matcher(amount).matches()) {
      var number = new BigDecimal(amount);
      if (number.scale() <= digits && isInRange(number)) {
        return Parsed.accepted(new Money(number.setScale(digits), currency));
      }
    }
    return Parsed.refused(
        "must be a decimal above 0, at most %s and with at most %d decimals"
            .formatted(MAX_AMOUNT, digits));
  }

  private static boolean isInRange(BigDecimal amount) {
    return amount.signum() > 0 && amount.compareTo(MAX_AMOUNT) <= 0;
  }

  /** Both together, which must not be more than any amount may be. */
  public Money plus(Money other) {
    return new Money(amount.add(ofThisCurrency(other)), currency);
  }

  /** What is left without the other, which must not be the greater one; empty for nothing. */
  public Optional<Money> minus(Money other) {
    var rest = amount.subtract(ofThisCurrency(other));
    return rest.signum() == 0 ? Optional.empty() : Optional.of(new Money(rest, currency));
  }

  public boolean isAtMost(Money other) {
    return amount.compareTo(ofThisCurrency(other)) <= 0;
  }

  private BigDecimal ofThisCurrency(Money other) {
    if (!other.currency.equals(currency)) {
      throw new IllegalArgumentException(currency + " and " + other.currency + " do not mix");
    }
    return other.amount;
  }

  /** The amount with all its decimals: {@code 9.90}. */
  public String amountText() {
    return amount.toPlainString();
  }

  @Override
  public String toString() {
    return amountText() + " " + currency;
  }
}
