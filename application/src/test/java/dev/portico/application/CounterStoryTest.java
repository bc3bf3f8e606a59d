package dev.portico.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.counters.IncrementCounter;
import dev.portico.application.counters.ViewCounter;
import dev.portico.domain.counters.CounterName;
import dev.portico.domain.counters.Increment;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many count at once, and none of them is lost. */
class CounterStoryTest {

  private static final int MANY = 100;

  private final Fakes fakes = new Fakes();
  private final Hexagon hexagon = fakes.hexagon();
  private final CounterName visits = new CounterName("visits");

  @Test
  void countsEverybodyOnceHoweverManyAtOnce() throws Exception {
    assertThat(value()).as("nobody has counted yet").isZero();

    var reached = new ArrayList<IncrementCounter.Outcome>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<IncrementCounter.Outcome>>();
      for (int i = 0; i < MANY; i++) {
        running.add(threads.submit(() -> increment(1)));
      }
      for (var outcome : running) {
        reached.add(outcome.get());
      }
    }

    assertThat(reached).as("each has a value of its own").doesNotHaveDuplicates();
    assertThat(value()).isEqualTo(MANY);
    assertThat(increment(1_000_000)).isEqualTo(new IncrementCounter.Outcome.Incremented(1_000_100));
  }

  @Test
  void stopsWhereNoNumberIsLeft() {
    fakes.counters.set(visits, Long.MAX_VALUE - 1);

    assertThat(increment(2)).isEqualTo(new IncrementCounter.Outcome.Full());
    assertThat(increment(1)).isEqualTo(new IncrementCounter.Outcome.Incremented(Long.MAX_VALUE));
    assertThat(value()).isEqualTo(Long.MAX_VALUE);
  }

  private IncrementCounter.Outcome increment(int by) {
    return hexagon
        .incrementCounter()
        .handle(new IncrementCounter.Command(visits, new Increment(by)));
  }

  private long value() {
    return switch (hexagon.viewCounter().handle(new ViewCounter.Command(visits))) {
      case ViewCounter.Outcome.Counted(var value) -> value;
    };
  }
}
