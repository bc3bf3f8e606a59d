package dev.portico.application.shared.port;

import dev.portico.domain.shared.CanIgnoreReturnValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Rows by key, as one fake keeps them; every access is atomic and takes part in transactions. */
public final class InMemoryTable<K, V> {

  private final InMemoryTransactions transactions;
  private Map<K, V> rows = new LinkedHashMap<>();

  InMemoryTable(InMemoryTransactions transactions) {
    this.transactions = transactions;
  }

  /** Reads or changes the rows; nobody else does meanwhile. */
  @CanIgnoreReturnValue
  public <R> R with(Function<Map<K, V>, R> access) {
    return transactions.inTransaction(() -> access.apply(rows));
  }

  /** Puts back what the table holds now. */
  Runnable undo() {
    var before = new LinkedHashMap<>(rows);
    return () -> rows = before;
  }
}
