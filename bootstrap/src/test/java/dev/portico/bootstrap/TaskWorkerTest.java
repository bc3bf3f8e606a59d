package dev.portico.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.Fakes;
import dev.portico.application.shared.RunDueTask;
import dev.portico.application.shared.TaskHandler;
import dev.portico.domain.shared.Task;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TaskWorkerTest {

  private static final Duration PAUSE = Duration.ofMillis(10);

  private final Fakes fakes = new Fakes();
  private final Queue<String> done = new ConcurrentLinkedQueue<>();

  private void add(String payload) {
    add("note", payload);
  }

  private void add(String kind, String payload) {
    fakes.taskQueue.add(Task.fresh(fakes.ids.next(), kind, payload, fakes.time.instant()));
  }

  private TaskWorker start(Consumer<Task> work) {
    return start(work, fakes.time);
  }

  private TaskWorker start(Consumer<Task> work, InstantSource time) {
    return start(1, work, time);
  }

  private TaskWorker start(int mailsAtOnce, Consumer<Task> work, InstantSource time) {
    var handlers =
        List.of(
            new TaskHandler("note", work),
            new TaskHandler("note-mail", work),
            new TaskHandler("settle-note", work));
    return TaskWorker.start(new RunDueTask(fakes.taskQueue, time, handlers), mailsAtOnce, PAUSE);
  }

  @Test
  void runsWhatIsDueAndWhatComesLater() throws Exception {
    var first = new CountDownLatch(2);
    var later = new CountDownLatch(3);
    add("a");
    add("b");
    try (var _ =
        start(task -> {
          done.add(task.payload());
          first.countDown();
          later.countDown();
        })) {
      first.await();
      add("c");
      later.await();
    }

    assertThat(done).containsExactly("a", "b", "c");
    assertThat(fakes.taskQueue.waiting(10)).isEmpty();
  }

  @Test
  void goesOnAfterAFailureOfAnyKind() throws Exception {
    var ended = new CountDownLatch(1);
    List.of("exception", "error", "good").forEach(this::add);
    try (var _ =
        start(task -> {
          switch (task.payload()) {
            case "exception" -> throw new IllegalStateException("on purpose");
            case "error" -> throw new AssertionError("on purpose");
            default -> ended.countDown();
          }
        })) {
      ended.await();
    }

    assertThat(fakes.taskQueue.waiting(10)).hasSize(2);
  }

  @Test
  void goesOnAfterAnOutageOfTheQueue() throws Exception {
    var asked = new AtomicInteger();
    var ended = new CountDownLatch(1);
    add("a");
    try (var _ =
        start(
            _ -> ended.countDown(),
            () -> {
              if (asked.incrementAndGet() < 3) {
                throw new IllegalStateException("on purpose");
              }
              return fakes.time.instant();
            })) {
      ended.await();
    }

    assertThat(fakes.taskQueue.waiting(10)).isEmpty();
  }

  @Test
  void endsAfterTheTaskUnderWayAndBeginsNoOther() throws Exception {
    var begun = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    add("a");
    add("b");
    var worker =
        start(task -> {
          begun.countDown();
          await(goOn);
          done.add(task.payload());
        });
    begun.await();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var closed =
          threads.submit(() -> {
            worker.close();
            return List.copyOf(done);
          });
      while (!worker.isClosing()) {
        Thread.onSpinWait();
      }
      goOn.countDown();

      assertThat(closed.get()).containsExactly("a");
    }
    assertThat(fakes.taskQueue.waiting(10)).hasSize(1);
  }

  // F14
  @Test
  void letsNoLaneWaitForAnother() throws Exception {
    var goOn = new CountDownLatch(1);
    var others = new CountDownLatch(2);
    for (int i = 0; i < 20; i++) {
      add("note-mail", "hangs");
    }
    add("settle-note", "a");
    add("note", "b");
    try (var _ =
        start(task -> {
          if (task.payload().equals("hangs")) {
            await(goOn);
          } else {
            others.countDown();
          }
        })) {
      assertThat(others.await(20, TimeUnit.SECONDS)).isTrue();
      goOn.countDown();
    } finally {
      goOn.countDown();
    }
  }

  // F3
  @Test
  void sendsOneMailAtATimeSoThatACrashRepeatsNoMore() throws Exception {
    assertThat(mostAtOnce(1)).isEqualTo(1);
  }

  @Test
  void sendsAsManyMailsAtOnceAsItIsTold() throws Exception {
    assertThat(mostAtOnce(4)).isEqualTo(4);
  }

  /**
   * How many of twelve mails are under way at the same time. Each waits for as many as it may, and
   * until much else has been done, in which time a lane with more places would have taken more.
   */
  private int mostAtOnce(int mailsAtOnce) throws InterruptedException {
    var together = new CyclicBarrier(mailsAtOnce);
    var underWay = new AtomicInteger();
    var most = new AtomicInteger();
    var ended = new CountDownLatch(12);
    var others = new CountDownLatch(100);
    for (int i = 0; i < 12; i++) {
      add("note-mail", "note");
    }
    for (int i = 0; i < 100; i++) {
      add("note");
    }
    try (var _ =
        start(
            mailsAtOnce,
            task -> {
              if (task.kind().equals("note")) {
                others.countDown();
                return;
              }
              most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
              awaitAll(together);
              await(others);
              underWay.decrementAndGet();
              ended.countDown();
            },
            fakes.time)) {
      ended.await();
    }
    return most.get();
  }

  private static void awaitAll(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (InterruptedException | BrokenBarrierException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
