package dev.portico.application.counters.port;

import dev.portico.application.shared.port.InMemoryTransactions;
import dev.portico.application.shared.port.Transactions;
import dev.portico.domain.counters.CounterName;

class InMemoryCountersTest extends CountersContract {

  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final InMemoryCounters counters = new InMemoryCounters(transactions);

  @Override
  protected Counters counters() {
    return counters;
  }

  @Override
  protected Transactions transactions() {
    return transactions;
  }

  @Override
  protected void set(CounterName name, long value) {
    counters.set(name, value);
  }
}
