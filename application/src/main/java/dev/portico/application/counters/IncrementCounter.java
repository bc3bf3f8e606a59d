package dev.portico.application.counters;

import dev.portico.application.counters.port.Counters;
import dev.portico.domain.counters.CounterName;
import dev.portico.domain.counters.Increment;

/** Counts up. */
public final class IncrementCounter {

  private final Counters counters;

  public IncrementCounter(Counters counters) {
    this.counters = counters;
  }

  /** Which counter, and by how much. */
  public record Command(CounterName name, Increment increment) {}

  /** What came of it. */
  public sealed interface Outcome {

    /** It counted, and this is how far it has come. */
    record Incremented(long value) implements Outcome {}

    /** The counter is so near its end that nothing was counted. */
    record Full() implements Outcome {}
  }

  public Outcome handle(Command command) {
    var value = counters.add(command.name(), command.increment());
    return value.isPresent() ? new Outcome.Incremented(value.getAsLong()) : new Outcome.Full();
  }
}
