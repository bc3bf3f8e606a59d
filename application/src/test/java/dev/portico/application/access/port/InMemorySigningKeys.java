package dev.portico.application.access.port;

import dev.portico.application.shared.port.InMemoryTable;
import dev.portico.application.shared.port.InMemoryTransactions;
import dev.portico.domain.access.SigningKey;
import java.util.List;
import java.util.function.Supplier;

/** Signing keys in memory. */
public final class InMemorySigningKeys implements SigningKeys {

  private final InMemoryTable<String, SigningKey> rows;

  public InMemorySigningKeys(InMemoryTransactions transactions) {
    rows = transactions.newTable();
  }

  @Override
  public SigningKey currentOr(Supplier<SigningKey> offer) {
    return rows.with(all ->
        all.values().stream()
            .findFirst()
            .orElseGet(() -> {
              var key = offer.get();
              all.put(key.id(), key);
              return key;
            }));
  }

  @Override
  public List<SigningKey> accepted() {
    return rows.with(all -> List.copyOf(all.values()));
  }
}
