package dev.portico.bootstrap;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** So many places for work that is done beside each other, a virtual thread each. */
final class Room {

  private final int size;
  private final Semaphore places;
  private final Semaphore left = new Semaphore(0);

  Room(int size) {
    this.size = size;
    places = new Semaphore(size);
  }

  /** How many are free; waits until there is one. For one caller at a time. */
  int awaitPlaces() throws InterruptedException {
    places.acquire();
    places.release();
    return places.availablePermits();
  }

  /** Does work in a place that is free. */
  void enter(Runnable work) {
    if (!places.tryAcquire()) {
      throw new IllegalStateException("there is no room");
    }
    Thread.ofVirtual()
        .name("delivery")
        .start(() -> {
          try {
            work.run();
          } finally {
            places.release();
            left.release();
          }
        });
  }

  /** Waits until somebody has left since this was asked last, or for so long. */
  void awaitLeaving(Duration atMost) throws InterruptedException {
    var _ = left.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
    var _ = left.drainPermits();
  }

  /** Waits until all have left, or for so long. */
  void awaitEmpty(long nanos) {
    try {
      if (places.tryAcquire(size, nanos, TimeUnit.NANOSECONDS)) {
        places.release(size);
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}
