package dev.portico.application.counters.port;

import dev.portico.domain.counters.CounterName;
import dev.portico.domain.counters.Increment;
import java.util.OptionalLong;

/** All counters; each is there from the beginning, at zero. */
public interface Counters {

  /**
   * Counts up.
   *
   * <p>Promise: gives the value reached. Empty, and nothing changed, where that would be more than
   * a {@code long} can hold.
   *
   * <p>Concurrency: whatever number of additions at once, over all nodes, every one of them counts,
   * and no two are given the same value. One for a counter that a running transaction has changed
   * waits for its end.
   */
  OptionalLong add(CounterName name, Increment increment);

  /** How far a counter has come; zero where nobody ever counted. */
  long valueOf(CounterName name);
}
