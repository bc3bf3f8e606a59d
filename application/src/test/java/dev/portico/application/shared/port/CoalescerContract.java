package dev.portico.application.shared.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every coalescer promises. */
public abstract class CoalescerContract {

  private static final int CALLERS = 20;

  private final AtomicInteger runs = new AtomicInteger();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch mayEnd = new CountDownLatch(1);

  protected abstract Coalescer coalescer();

  /** Work that tells that it has begun, and ends when it may. */
  private int work() {
    begun.countDown();
    await(mayEnd);
    return runs.incrementAndGet();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  /**
   * Many calls, all of which have begun before the first one's work may end. A call counts as begun
   * once its thread waits, which is for the work, as there is nothing else to wait for.
   */
  private List<Future<Integer>> together(ExecutorService threads, Supplier<Integer> work) {
    var callers = new ArrayList<Thread>();
    var running = new ArrayList<Future<Integer>>();
    for (int i = 0; i < CALLERS; i++) {
      var started = new CountDownLatch(1);
      running.add(
          threads.submit(() -> {
            callers.add(Thread.currentThread());
            started.countDown();
            return coalescer().run("k", work);
          }));
      await(started);
    }
    await(begun);
    while (callers.stream().anyMatch(it -> it.getState() != Thread.State.WAITING)) {
      Thread.onSpinWait();
    }
    mayEnd.countDown();
    return running;
  }

  @Test
  void runsTheWork() {
    assertThat(coalescer().run("k", () -> "done")).isEqualTo("done");
  }

  @Test
  void keepsNothing() {
    mayEnd.countDown();

    assertThat(coalescer().run("k", this::work)).isEqualTo(1);
    assertThat(coalescer().run("k", this::work)).isEqualTo(2);
  }

  @Test
  void runsOnceForManyAtOnce() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var result : together(threads, this::work)) {
        assertThat(result.get()).isEqualTo(1);
      }
    }
  }

  @Test
  void letsAllOfThemFailWithTheOne() throws Exception {
    var failure = new IllegalStateException("on purpose");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var results =
          together(
              threads,
              () -> {
                var _ = work();
                throw failure;
              });
      for (var result : results) {
        assertThatThrownBy(result::get).isInstanceOf(ExecutionException.class).hasCause(failure);
      }
    }

    assertThat(runs).hasValue(1);
    assertThat(coalescer().run("k", () -> "again")).isEqualTo("again");
  }

  @Test
  void letsNoKeyWaitForAnother() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var slow = threads.submit(() -> coalescer().run("slow", this::work));
      begun.await();

      assertThat(coalescer().run("other", () -> "done")).isEqualTo("done");

      mayEnd.countDown();
      assertThat(slow.get()).isEqualTo(1);
    }
  }

  @Test
  void letsNobodyWaitWhoWouldRather() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var slow = threads.submit(() -> coalescer().run("k", this::work));
      begun.await();

      assertThat(coalescer().<String>runUnlessRunning("k", () -> "mine")).isEmpty();

      mayEnd.countDown();
      assertThat(slow.get()).isEqualTo(1);
    }
    assertThat(coalescer().runUnlessRunning("k", () -> "mine")).contains("mine");
  }

  @Test
  void endsWorkThatFailed() {
    var failure = new IllegalStateException("on purpose");

    assertThatThrownBy(() ->
            coalescer()
                .runUnlessRunning(
                    "k",
                    () -> {
                      throw failure;
                    }))
        .isEqualTo(failure);

    assertThat(coalescer().run("k", () -> "again")).isEqualTo("again");
  }
}
