package dev.portico.domain.payments;

import dev.portico.domain.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A movement of money between accounts of the ledger: at least two entries, of one currency, one
 * for each account, that come to zero together. So the whole ledger comes to zero as well.
 *
 * @param id that of the payment or refund it is about, so that each is posted once
 * @param at to the microsecond, which is what the database keeps
 */
public record Posting(
    UUID id, Kind kind, Currency currency, List<LedgerEntry> entries, Instant at) {

  /** What was posted. */
  public enum Kind {
    CHARGE,
    REFUND
  }

  public Posting {
    entries = List.copyOf(entries);
    var accounts = new HashSet<LedgerAccount>();
    if (entries.size() < 2 || !entries.stream().map(LedgerEntry::account).allMatch(accounts::add)) {
      throw new IllegalArgumentException("not two accounts or more, each of them once");
    }
    if (sumOf(entries).signum() != 0) {
      throw new IllegalArgumentException("the entries do not come to zero");
    }
    if (entries.stream().anyMatch(it -> it.amount().scale() != digitsOf(currency))) {
      throw new IllegalArgumentException("not amounts of " + currency);
    }
  }

  /** What has to be posted where this happened; nothing where no money moved. */
  public static Optional<Posting> of(PaymentEvent event) {
    return switch (event) {
      case PaymentEvent.Succeeded(var payment) ->
          Optional.of(
              between(
                  payment.order().id().value(),
                  Kind.CHARGE,
                  payment.order().amount(),
                  LedgerAccount.SALES,
                  LedgerAccount.GATEWAY,
                  payment.settledAt()));
      case PaymentEvent.Refunded(var refund) ->
          Optional.of(
              between(
                  refund.order().id().value(),
                  Kind.REFUND,
                  refund.order().amount(),
                  LedgerAccount.GATEWAY,
                  LedgerAccount.SALES,
                  refund.settledAt()));
      case PaymentEvent.Declined _ -> Optional.empty();
    };
  }

  private static Posting between(
      UUID id, Kind kind, Money amount, LedgerAccount from, LedgerAccount to, Instant at) {
    return new Posting(
        id,
        kind,
        amount.currency(),
        List.of(
            new LedgerEntry(to, amount.amount()), new LedgerEntry(from, amount.amount().negate())),
        at);
  }

  private static BigDecimal sumOf(List<LedgerEntry> entries) {
    return entries.stream().map(LedgerEntry::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static int digitsOf(Currency currency) {
    return currency.getDefaultFractionDigits();
  }
}
