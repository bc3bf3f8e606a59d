package dev.portico.bootstrap;

import dev.portico.application.shared.Unavailable;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something again and again on a thread of its own, whatever goes wrong with it. */
final class Rounds implements AutoCloseable {

  /** How long a round may go on after {@link #stop}. */
  private static final Duration LAST_ROUND = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

  /** One round: whether there was anything to do, so that the next follows at once. */
  interface Round {
    boolean found() throws InterruptedException;
  }

  private final Round round;
  private final Duration pause;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private boolean inTrouble;

  private Rounds(String name, Duration pause, Round round) {
    this.round = round;
    this.pause = pause;
    thread = Thread.ofVirtual().name(name).unstarted(this::work);
  }

  /**
   * Begins.
   *
   * @param pause how long to look away when there is nothing to do
   */
  static Rounds start(String name, Duration pause, Round round) {
    var rounds = new Rounds(name, pause, round);
    rounds.thread.start();
    return rounds;
  }

  private void work() {
    try {
      while (closing.getCount() > 0) {
        if (!foundOne()) {
          var _ = closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean foundOne() throws InterruptedException {
    try {
      boolean found = round.found();
      if (inTrouble) {
        LOG.info("{} goes on", thread.getName());
        inTrouble = false;
      }
      return found;
    } catch (RuntimeException failure) {
      // Once for an outage, not each time.
      if (!inTrouble) {
        inTrouble = true;
        LOG.warn(
            "{} cannot go on: {}",
            thread.getName(),
            failure.getMessage(),
            failure instanceof Unavailable ? null : failure);
      }
      return false;
    }
  }

  /** Begins no other round. */
  void stop() {
    closing.countDown();
  }

  /** Waits a while for the one under way. */
  @Override
  public void close() {
    stop();
    try {
      if (!thread.join(LAST_ROUND)) {
        thread.interrupt();
      }
    } catch (InterruptedException hurry) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }
}
