package dev.portico.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LaneWorkerTest {

  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final CountDownLatch letGo = new CountDownLatch(1);

  private static boolean ends(LaneWorker worker) throws InterruptedException {
    worker.stop();
    return worker.awaitEnd(System.nanoTime() + PATIENCE.toNanos());
  }

  private boolean hang(Runnable taken, CountDownLatch hanging) {
    taken.run();
    hanging.countDown();
    try {
      letGo.await();
      return true;
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  void doesAsMuchAtOnceAsThereArePlaces() throws Exception {
    var hanging = new CountDownLatch(3);
    var begun = new AtomicInteger();
    var worker =
        new LaneWorker(
            "test",
            3,
            PAUSE,
            taken -> {
              begun.incrementAndGet();
              return hang(taken, hanging);
            });
    worker.start();

    assertThat(hanging.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(begun).hasValue(3);
    worker.stop();
    letGo.countDown();
    assertThat(ends(worker)).isTrue();
    assertThat(begun).hasValue(3);
  }

  @Test
  void looksWithOneThreadWhereThereIsNothing() throws Exception {
    var looks = new AtomicInteger();
    var atOnce = new AtomicInteger();
    var most = new AtomicInteger();
    var worker =
        new LaneWorker(
            "test",
            3,
            PAUSE,
            _ -> {
              most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
              looks.incrementAndGet();
              atOnce.decrementAndGet();
              return false;
            });
    long begin = System.nanoTime();
    worker.start();
    while (looks.get() < 10) {
      Thread.onSpinWait();
    }

    // One look after the other, a pause between any two of them.
    assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(9 * PAUSE.toNanos());
    assertThat(most).hasValue(1);
    assertThat(ends(worker)).isTrue();
  }

  @Test
  void endsWhatHangsWhenInterrupted() throws Exception {
    var hanging = new CountDownLatch(2);
    var worker = new LaneWorker("test", 2, PAUSE, taken -> hang(taken, hanging));
    worker.start();
    hanging.await();
    worker.stop();

    assertThat(worker.awaitEnd(System.nanoTime() + PAUSE.toNanos())).isFalse();
    worker.interrupt();
    assertThat(worker.awaitEnd(System.nanoTime() + PATIENCE.toNanos())).isTrue();
  }
}
