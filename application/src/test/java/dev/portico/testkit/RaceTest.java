package dev.portico.testkit;

import static dev.portico.testkit.Race.race;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;

class RaceTest {

  @Test
  void runsEverythingAtOnceAndForTheTest() {
    var scope = TestScope.open("SomeTest.someCase", Rung.CLONE);
    // Passed only if all ten are there together.
    var barrier = new CyclicBarrier(10);

    try (var _ = scope.bind()) {
      var results =
          race(10)
              .run(i -> {
                meet(barrier);
                return TestScope.current().id() + i;
              });

      assertThat(results).hasSize(10).startsWith(scope.id() + 0, scope.id() + 1);
    }
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (InterruptedException | BrokenBarrierException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Test
  void tellsASandboxThatItNeedsAClone() {
    try (var _ = TestScope.open("SomeTest.someCase", Rung.SANDBOX).bind()) {
      assertThatThrownBy(() -> race(2).run(i -> i))
          .isInstanceOf(RaceNeedsClone.class)
          .hasMessageContainingAll(
              "SomeTest.someCase races 2 runners in a sandbox", "Cure: ", "@Isolation(CLONE)");
    }
  }

  @Test
  void tellsWhichRunnersFailed() {
    try (var _ = TestScope.open("SomeTest.someCase", Rung.FAKE).bind()) {
      assertThatThrownBy(() ->
              race(3)
                  .run(i -> {
                    if (i > 0) {
                      throw new IllegalStateException("no luck");
                    }
                    return i;
                  }))
          .hasMessageContaining("runner 1 of 3: java.lang.IllegalStateException: no luck")
          .satisfies(failure ->
              assertThat(failure.getSuppressed())
                  .singleElement()
                  .asString()
                  .contains("runner 2 of 3"));
    }
  }
}
