package dev.portico.bootstrap;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * So many threads that do the work of one lane. One of them looks for work at a time; once it has
 * found some, the next looks while it is done. So an idle lane asks as often as one thread would.
 */
final class LaneWorker {

  /** One turn at the work. */
  interface Work {

    /**
     * Looks for work and does it; says whether there was any.
     *
     * @param taken to be called once it is found, before it is done
     */
    boolean foundOne(Runnable taken);
  }

  private final Work work;
  private final Duration pause;
  private final Semaphore looking = new Semaphore(1);
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<Thread> threads;

  /**
   * Begins once it is told to.
   *
   * @param pause how long to look away when there is nothing to do
   */
  LaneWorker(String name, int size, Duration pause, Work work) {
    this.work = work;
    this.pause = pause;
    threads =
        IntStream.range(0, size)
            .mapToObj(i -> Thread.ofVirtual().name(name + "-" + i).unstarted(this::run))
            .toList();
  }

  void start() {
    threads.forEach(Thread::start);
  }

  private void run() {
    try {
      while (!isClosing()) {
        looking.acquire();
        var look = new Look();
        try {
          if (!isClosing() && !work.foundOne(look::pass)) {
            var _ = closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
          }
        } finally {
          look.pass();
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** The right to look, which is passed on once. */
  private final class Look {

    private boolean passed;

    void pass() {
      if (!passed) {
        passed = true;
        looking.release();
      }
    }
  }

  boolean isClosing() {
    return closing.getCount() == 0;
  }

  /** Begins nothing more. */
  void stop() {
    closing.countDown();
  }

  void interrupt() {
    threads.forEach(Thread::interrupt);
  }

  /** Whether all has ended by then. */
  boolean awaitEnd(long deadlineNanos) throws InterruptedException {
    for (var thread : threads) {
      long left = Math.max(deadlineNanos - System.nanoTime(), 1);
      if (!thread.join(Duration.ofNanos(left))) {
        return false;
      }
    }
    return true;
  }
}
