package dev.portico.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

  private static Parsed<Money> parse(String amount, String currency) {
    return Money.parse(amount, Currency.getInstance(currency));
  }

  @ParameterizedTest
  @CsvSource({
    "9.99, USD, 9.99 USD",
    "9.9, USD, 9.90 USD",
    "100, USD, 100.00 USD",
    "0.01, EUR, 0.01 EUR",
    "1000000, USD, 1000000.00 USD",
    "1000000.00, USD, 1000000.00 USD",
    "100, JPY, 100 JPY",
    "0.001, KWD, 0.001 KWD"
  })
  void hasTheDecimalsOfItsCurrency(String amount, String currency, String expected) {
    assertThat(parse(amount, currency).orThrow()).hasToString(expected);
  }

  @Test
  void isTheSameHoweverItsZerosAreWritten() {
    assertThat(parse("9.9", "USD")).isEqualTo(parse("9.90", "USD"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, USD",
    "0.00, USD",
    "-1, USD",
    "+1, USD",
    "1000000.01, USD",
    "1000001, USD",
    "9999999, JPY",
    "9.999, USD",
    "9.990, USD",
    "0.001, USD",
    "1.0, JPY",
    "0.0001, KWD",
    "1e2, USD",
    "1E-2, USD",
    "0x1, USD",
    "01, USD",
    ".5, USD",
    "5., USD",
    "'1,50', USD",
    "1 000, USD",
    "' 1', USD",
    "'', USD",
    "NaN, USD",
    "१, USD",
    "1.0000000000, KWD"
  })
  void refusesWhatIsNoAmountOfItsCurrency(String amount, String currency) {
    assertThat(parse(amount, currency)).isInstanceOf(Parsed.Refused.class);
  }

  @Test
  void refusesANovelForANumber() {
    assertThat(parse("9".repeat(1_000_000), "USD")).isInstanceOf(Parsed.Refused.class);
  }

  @Test
  void tellsTheDecimalsThatTheCurrencyHas() {
    assertThat(parse("1.5", "JPY"))
        .isEqualTo(
            Parsed.refused(
                "must be a decimal above 0, at most 1000000 and with at most 0 decimals"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"USD", "EUR", "JPY", "KWD"})
  void knowsCurrencies(String code) {
    assertThat(Money.parseCurrency(code)).isEqualTo(Parsed.accepted(Currency.getInstance(code)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "US", "usd", "USDX", "ZZZ", "XAU", "XXX", "XTS", "$", "840", "USD "})
  void refusesOtherCodes(String code) {
    assertThat(Money.parseCurrency(code)).isInstanceOf(Parsed.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1.0", "1.000", "0.00", "-1.00", "1000000.01"})
  void cannotBeMadeAgainstItsRule(String amount) {
    assertThatThrownBy(() -> new Money(new BigDecimal(amount), Currency.getInstance("USD")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
