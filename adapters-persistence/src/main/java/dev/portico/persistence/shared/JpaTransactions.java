package dev.portico.persistence.shared;

import dev.portico.application.shared.port.Transactions;
import java.util.function.Supplier;

/** The transactions of PostgreSQL, read committed. */
final class JpaTransactions implements Transactions {

  private final PersistenceContext context;

  JpaTransactions(PersistenceContext context) {
    this.context = context;
  }

  @Override
  public <T> T inTransaction(Supplier<T> work) {
    return context.inTransaction(work);
  }
}
