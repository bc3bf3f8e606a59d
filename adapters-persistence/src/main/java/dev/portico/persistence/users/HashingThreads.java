package dev.portico.persistence.users;

import dev.portico.application.shared.Unavailable;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A few platform threads for work that only burns processor time and memory.
 *
 * <p>Virtual threads are not cut into slices of time: as many hashes at once as there are
 * processors would stop everything else, and each holds 19 MiB. So there is one thread for each
 * processor, and the queue before them is short enough to be worked off while its callers wait.
 * Where the system knows of such a thing, all else goes first: a hash takes as long as a hundred
 * other requests, and whoever waits for one is used to waiting.
 */
final class HashingThreads implements AutoCloseable {

  /** A third of what any other thread gets of a processor that both want. */
  static final int NICENESS = 5;

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final ThreadPoolExecutor threads;
  private final Duration patience;

  /**
   * @param waiting how many tasks may wait for a thread
   * @param patience how long a caller waits, queue and work together
   */
  HashingThreads(int size, int waiting, Duration patience) {
    this.patience = patience;
    threads =
        new ThreadPoolExecutor(
            size,
            size,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(waiting),
            HashingThreads::thread);
  }

  private static Thread thread(Runnable work) {
    return Thread.ofPlatform()
        .name("password-hash-" + COUNT.incrementAndGet())
        .daemon()
        .unstarted(() -> {
          try {
            Niceness.addToThisThread(NICENESS);
          } finally {
            // Whatever comes of that: the pool counts on this thread.
            work.run();
          }
        });
  }

  /** Runs the work, or throws {@link Unavailable} if there is no room or time for it. */
  <T> T run(Callable<T> work) {
    var task = new FutureTask<>(work);
    try {
      threads.execute(task);
      return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException | TimeoutException full) {
      throw new Unavailable("too many passwords are being hashed", full);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Unavailable("interrupted while a password was being hashed", interrupted);
    } catch (ExecutionException failure) {
      throw new IllegalStateException("a password could not be hashed", failure.getCause());
    } finally {
      // Nobody waits for it any more; it must not cost the others a place or a turn.
      if (!task.isDone()) {
        task.cancel(false);
        threads.remove(task);
      }
    }
  }

  /** Whether the queue has no place left. */
  boolean isFull() {
    return threads.getQueue().remainingCapacity() == 0;
  }

  /** How many tasks have no thread yet. */
  int waiting() {
    return threads.getQueue().size();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
