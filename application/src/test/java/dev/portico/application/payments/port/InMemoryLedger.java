package dev.portico.application.payments.port;

import static java.util.Comparator.comparing;

import dev.portico.application.shared.port.InMemoryTable;
import dev.portico.application.shared.port.InMemoryTransactions;
import dev.portico.domain.payments.LedgerAccount;
import dev.portico.domain.payments.LedgerBalance;
import dev.portico.domain.payments.Posting;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A ledger in memory. */
public final class InMemoryLedger implements Ledger {

  private record Place(Currency currency, LedgerAccount account) {}

  private final InMemoryTable<UUID, Posting> rows;

  public InMemoryLedger(InMemoryTransactions transactions) {
    rows = transactions.newTable();
  }

  @Override
  public void post(Posting posting) {
    rows.with(all -> {
      if (all.putIfAbsent(posting.id(), posting) != null) {
        throw new IllegalStateException("posted already");
      }
      return true;
    });
  }

  @Override
  public List<LedgerBalance> balances() {
    return rows.with(all -> {
      Map<Place, BigDecimal> sums = new HashMap<>();
      for (var posting : all.values()) {
        for (var entry : posting.entries()) {
          sums.merge(
              new Place(posting.currency(), entry.account()), entry.amount(), BigDecimal::add);
        }
      }
      return sums.entrySet().stream()
          .map(
              it -> new LedgerBalance(it.getKey().account(), it.getKey().currency(), it.getValue()))
          .sorted(
              comparing((LedgerBalance it) -> it.currency().getCurrencyCode())
                  .thenComparing(LedgerBalance::account))
          .toList();
    });
  }
}
