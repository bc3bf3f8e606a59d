package dev.portico.application.counters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.Fakes;
import dev.portico.application.counters.IncrementCounter.Outcome;
import dev.portico.domain.counters.CounterName;
import dev.portico.domain.counters.Increment;
import org.junit.jupiter.api.Test;

class IncrementCounterTest {

  private final Fakes fakes = new Fakes();
  private final CounterName name = new CounterName("visits");

  private Outcome increment(int by) {
    return fakes
        .hexagon()
        .incrementCounter()
        .handle(new IncrementCounter.Command(name, new Increment(by)));
  }

  @Test
  void tellsTheValueReached() {
    assertThat(increment(1)).isEqualTo(new Outcome.Incremented(1));
    assertThat(increment(10)).isEqualTo(new Outcome.Incremented(11));
    assertThat(fakes.counters.valueOf(name)).isEqualTo(11);
  }

  @Test
  void refusesWhatNoLongCanHold() {
    fakes.counters.set(name, Long.MAX_VALUE);

    assertThat(increment(1)).isEqualTo(new Outcome.Full());
  }
}
