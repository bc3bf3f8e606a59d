package dev.portico.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Does something several times at once, for the same test, all of it started at one moment. */
public final class Race {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final int runners;

  private Race(int runners) {
    this.runners = runners;
  }

  /** A race of this many runners. */
  public static Race race(int runners) {
    return new Race(runners);
  }

  /**
   * Runs it and gives what each runner came to, in the order of their numbers.
   *
   * @param runner is given its number, from 0
   * @throws RaceNeedsClone in a sandbox, where one transaction runs after the other
   * @throws AssertionError if a runner failed, with the failures of all others as suppressed ones,
   *     or was not there after 30 s
   */
  public <T> List<T> run(IntFunction<T> runner) {
    var scope = TestScope.current();
    if (scope.rung() == Rung.SANDBOX) {
      throw new RaceNeedsClone(
          "%s races %d runners in a sandbox.".formatted(scope.test(), runners));
    }
    var ready = new CountDownLatch(runners);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<T>>();
      for (int i = 0; i < runners; i++) {
        int number = i;
        running.add(
            threads.submit(() ->
                scope.call(() -> {
                  ready.countDown();
                  ready.await();
                  return runner.apply(number);
                })));
      }
      return results(running);
    }
  }

  private static <T> List<T> results(List<Future<T>> running) {
    var results = new ArrayList<T>();
    var failures = new ArrayList<Throwable>();
    for (int i = 0; i < running.size(); i++) {
      try {
        results.add(running.get(i).get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS));
      } catch (ExecutionException failure) {
        failures.add(
            new AssertionError(
                "runner %d of %d: %s".formatted(i, running.size(), failure.getCause()),
                failure.getCause()));
      } catch (TimeoutException late) {
        running.forEach(runner -> runner.cancel(true));
        throw new AssertionError(
            "runner %d of %d was not there after %s".formatted(i, running.size(), PATIENCE), late);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new AssertionError(interrupted);
      }
    }
    if (!failures.isEmpty()) {
      var first = failures.getFirst();
      failures.stream().skip(1).forEach(first::addSuppressed);
      throw (AssertionError) first;
    }
    return results;
  }
}
