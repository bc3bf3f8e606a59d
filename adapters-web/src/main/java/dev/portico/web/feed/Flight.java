package dev.portico.web.feed;

import dev.portico.domain.feed.ExternalData;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * A fetch that goes on whether anybody waits for it or not.
 *
 * @param endedAt by the system's nanoseconds; of no meaning before the end
 */
record Flight(CompletableFuture<ExternalData> task, AtomicLong endedAt) {

  static Flight begin(Supplier<ExternalData> work) {
    var flight = new Flight(new CompletableFuture<>(), new AtomicLong());
    Thread.ofVirtual().name("feed").start(() -> flight.run(work));
    return flight;
  }

  private void run(Supplier<ExternalData> work) {
    try {
      var data = work.get();
      endedAt.set(System.nanoTime());
      task.complete(data);
    } catch (Throwable failure) {
      endedAt.set(System.nanoTime());
      task.completeExceptionally(failure);
    }
  }

  /** Whether it ended, and longer ago than that. */
  boolean endedBefore(Duration ago) {
    return task.isDone() && System.nanoTime() - endedAt.get() > ago.toNanos();
  }
}
