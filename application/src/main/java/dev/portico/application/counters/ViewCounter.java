package dev.portico.application.counters;

import dev.portico.application.counters.port.Counters;
import dev.portico.domain.counters.CounterName;

/** Tells how far a counter has come. */
public final class ViewCounter {

  private final Counters counters;

  public ViewCounter(Counters counters) {
    this.counters = counters;
  }

  /** Which counter. */
  public record Command(CounterName name) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Counted(long value) implements Outcome {}
  }

  public Outcome handle(Command command) {
    return new Outcome.Counted(counters.valueOf(command.name()));
  }
}
