package dev.portico.application.counters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.Fakes;
import dev.portico.application.counters.ViewCounter.Outcome;
import dev.portico.domain.counters.CounterName;
import org.junit.jupiter.api.Test;

class ViewCounterTest {

  private final Fakes fakes = new Fakes();
  private final CounterName name = new CounterName("visits");

  private Outcome view() {
    return fakes.hexagon().viewCounter().handle(new ViewCounter.Command(name));
  }

  @Test
  void tellsHowFarACounterHasCome() {
    assertThat(view()).isEqualTo(new Outcome.Counted(0));

    fakes.counters.set(name, 7);

    assertThat(view()).isEqualTo(new Outcome.Counted(7));
  }
}
