package dev.portico.persistence.counters;

import dev.portico.application.counters.port.Counters;
import dev.portico.domain.counters.CounterName;
import dev.portico.domain.counters.Increment;
import dev.portico.persistence.shared.PersistenceContext;
import java.util.OptionalLong;

/**
 * Counters as rows that one statement makes or raises: the row's lock is what keeps additions
 * apart, so nobody reads a value to write it back.
 */
final class JpaCounters implements Counters {

  /** Gives no row where the sum would not fit: failing would spoil the whole transaction. */
  private static final String ADD =
      """
      insert into counters as counter (name, value) values (:name, :increment)
      on conflict (name) do update set value = counter.value + excluded.value
        where counter.value <= 9223372036854775807 - excluded.value
      returning value
      """;

  private static final String VALUE = "select value from counters where name = :name";

  private final PersistenceContext context;

  JpaCounters(PersistenceContext context) {
    this.context = context;
  }

  @Override
  public OptionalLong add(CounterName name, Increment increment) {
    return context.write(session ->
        session
            .createNativeQuery(ADD, Long.class)
            .setParameter("name", name.text())
            .setParameter("increment", (long) increment.by())
            .uniqueResultOptional()
            .map(OptionalLong::of)
            .orElseGet(OptionalLong::empty));
  }

  @Override
  public long valueOf(CounterName name) {
    return context.read(session ->
        session
            .createNativeQuery(VALUE, Long.class)
            .setParameter("name", name.text())
            .uniqueResultOptional()
            .orElse(0L));
  }
}
