package dev.portico.application.counters.port;

import dev.portico.application.shared.port.InMemoryTable;
import dev.portico.application.shared.port.InMemoryTransactions;
import dev.portico.domain.counters.CounterName;
import dev.portico.domain.counters.Increment;
import java.util.OptionalLong;

/** Counters in memory. */
public final class InMemoryCounters implements Counters {

  private final InMemoryTable<CounterName, Long> rows;

  public InMemoryCounters(InMemoryTransactions transactions) {
    rows = transactions.newTable();
  }

  @Override
  public OptionalLong add(CounterName name, Increment increment) {
    return rows.with(all -> {
      long value = all.getOrDefault(name, 0L);
      if (value > Long.MAX_VALUE - increment.by()) {
        return OptionalLong.empty();
      }
      all.put(name, value + increment.by());
      return OptionalLong.of(value + increment.by());
    });
  }

  /** Has the counter come this far. */
  public void set(CounterName name, long value) {
    rows.with(all -> all.put(name, value));
  }

  @Override
  public long valueOf(CounterName name) {
    return rows.with(all -> all.getOrDefault(name, 0L));
  }
}
