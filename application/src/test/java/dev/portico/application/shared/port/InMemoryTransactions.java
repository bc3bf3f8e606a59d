package dev.portico.application.shared.port;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Transactions over in-memory tables: one at a time, and undone by putting back what the tables
 * held before.
 */
public final class InMemoryTransactions implements Transactions {

  private final ReentrantLock lock = new ReentrantLock();
  private final List<InMemoryTable<?, ?>> tables = new ArrayList<>();
  private List<Runnable> undo = List.of();
  private boolean failedInside;

  /** A new table whose changes are part of these transactions. */
  public <K, V> InMemoryTable<K, V> newTable() {
    var table = new InMemoryTable<K, V>(this);
    tables.add(table);
    return table;
  }

  @Override
  public <T> T inTransaction(Supplier<T> work) {
    lock.lock();
    try {
      if (isOutermost()) {
        undo = tables.stream().map(InMemoryTable::undo).toList();
        failedInside = false;
      }
      var result = work.get();
      if (isOutermost() && failedInside) {
        throw new IllegalStateException("a part of the transaction failed and was caught outside");
      }
      return result;
    } catch (Throwable failure) {
      failedInside = true;
      if (isOutermost()) {
        undo.forEach(Runnable::run);
      }
      throw failure;
    } finally {
      lock.unlock();
    }
  }

  private boolean isOutermost() {
    return lock.getHoldCount() == 1;
  }
}
