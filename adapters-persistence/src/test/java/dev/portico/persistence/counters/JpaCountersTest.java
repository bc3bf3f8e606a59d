package dev.portico.persistence.counters;

import dev.portico.application.counters.port.Counters;
import dev.portico.application.counters.port.CountersContract;
import dev.portico.application.shared.port.Transactions;
import dev.portico.domain.counters.CounterName;
import dev.portico.persistence.shared.FreshDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JpaCountersTest extends CountersContract {

  @RegisterExtension final FreshDatabase fresh = new FreshDatabase();

  @Override
  protected Counters counters() {
    return new JpaCounters(fresh.context());
  }

  @Override
  protected Transactions transactions() {
    return fresh.transactions();
  }

  @Override
  protected void set(CounterName name, long value) {
    fresh.execute("insert into counters (name, value) values ('%s', %d)".formatted(name, value));
  }
}
