package dev.portico.web.shared;

import dev.portico.domain.shared.Money;
import dev.portico.domain.shared.Parsed;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Money as it looks on the wire.
 *
 * @param amount a decimal as text, since a JSON number may lose cents in its reader's hands
 */
public record MoneyJson(String amount, String currency) {

  public static MoneyJson of(Money money) {
    return new MoneyJson(money.amountText(), money.currency().getCurrencyCode());
  }

  /** Reads the two members; to be looked at once they are checked. */
  public static Supplier<Money> read(Fields fields) {
    var currency = fields.required("currency", Money::parseCurrency);
    // What an amount may be, its currency says; without one there is nothing more to say.
    var amount =
        fields.required(
            "amount",
            text ->
                currency
                    .ifValid()
                    .map(known -> Money.parse(text, known).then(it -> accepted(Optional.of(it))))
                    .orElseGet(() -> accepted(Optional.empty())));
    return () -> amount.value().orElseThrow();
  }

  private static Parsed<Optional<Money>> accepted(Optional<Money> money) {
    return Parsed.accepted(money);
  }
}
