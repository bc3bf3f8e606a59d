package dev.portico.application.counters.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.shared.port.Transactions;
import dev.portico.domain.counters.CounterName;
import dev.portico.domain.counters.Increment;
import java.util.ArrayList;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every store of counters promises. A fresh one for each test. */
public abstract class CountersContract {

  private static final int THREADS = 20;
  private static final int TIMES = 10;

  private final CounterName name = new CounterName("page.views");

  protected abstract Counters counters();

  protected abstract Transactions transactions();

  /** Has a counter that was never used come this far. */
  protected abstract void set(CounterName name, long value);

  private OptionalLong add(int by) {
    return counters().add(name, new Increment(by));
  }

  @Test
  void beginAtZero() {
    assertThat(counters().valueOf(name)).isZero();
  }

  @Test
  void giveTheValueReached() {
    assertThat(add(1)).hasValue(1);
    assertThat(add(1_000_000)).hasValue(1_000_001);
    assertThat(counters().valueOf(name)).isEqualTo(1_000_001);
  }

  @Test
  void countApart() {
    assertThat(add(1)).hasValue(1);

    assertThat(counters().valueOf(new CounterName("page-views"))).isZero();
    assertThat(counters().valueOf(new CounterName("page.view"))).isZero();
  }

  @Test
  void countEveryOneOfManyAtOnce() throws Exception {
    var values = new ArrayList<Long>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<long[]>>();
      for (int i = 0; i < THREADS; i++) {
        running.add(
            threads.submit(
                () -> LongStream.generate(() -> add(1).orElseThrow()).limit(TIMES).toArray()));
      }
      for (var reached : running) {
        LongStream.of(reached.get()).forEach(values::add);
      }
    }

    assertThat(counters().valueOf(name)).isEqualTo(THREADS * TIMES);
    assertThat(values)
        .containsExactlyInAnyOrderElementsOf(
            LongStream.rangeClosed(1, THREADS * TIMES).boxed().toList());
  }

  @Test
  void holdNothingThatItsTransactionUndid() {
    assertThat(add(5)).hasValue(5);

    assertThatThrownBy(() ->
            transactions()
                .inTransaction(() -> {
                  assertThat(add(1)).hasValue(6);
                  throw new IllegalStateException("on purpose");
                }))
        .hasMessage("on purpose");

    assertThat(counters().valueOf(name)).isEqualTo(5);
    assertThat(add(1)).hasValue(6);
  }

  @Test
  void seeWhatTheirTransactionCounted() {
    long seen =
        transactions()
            .inTransaction(() -> {
              assertThat(add(2)).hasValue(2);
              return counters().valueOf(name);
            });

    assertThat(seen).isEqualTo(2);
  }

  @Test
  void goToTheEndAndNoFurther() {
    set(name, Long.MAX_VALUE - 2);

    assertThat(add(3)).isEmpty();
    assertThat(counters().valueOf(name)).isEqualTo(Long.MAX_VALUE - 2);
    assertThat(add(2)).hasValue(Long.MAX_VALUE);
    assertThat(add(1)).isEmpty();
    assertThat(counters().valueOf(name)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void doNotSpoilTheTransactionWhenTheyAreFull() {
    set(name, Long.MAX_VALUE);
    var other = new CounterName("other");

    var both =
        transactions()
            .inTransaction(() -> {
              assertThat(add(1)).isEmpty();
              return counters().add(other, Increment.ONE);
            });

    assertThat(both).hasValue(1);
    assertThat(counters().valueOf(other)).isEqualTo(1);
  }
}
