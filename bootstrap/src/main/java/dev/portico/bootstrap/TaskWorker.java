package dev.portico.bootstrap;

import dev.portico.application.shared.Rejected;
import dev.portico.application.shared.RunDueTask;
import dev.portico.application.shared.RunDueTask.Outcome;
import dev.portico.application.shared.Unavailable;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the tasks that are due, one after the other, on a thread of its own, until it is closed.
 *
 * <p>Any number of nodes may do so at once: the queue gives no task to two of them.
 */
final class TaskWorker implements AutoCloseable {

  /** How long the task under way may go on after {@link #close}; its lease outlives the rest. */
  private static final Duration LAST_TASK = Duration.ofSeconds(10);

  /** How long a task that was interrupted has to say so to the queue. */
  private static final Duration LAST_WORD = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(TaskWorker.class);

  private final RunDueTask runDueTask;
  private final Duration pause;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private boolean inTrouble;

  private TaskWorker(RunDueTask runDueTask, Duration pause) {
    this.runDueTask = runDueTask;
    this.pause = pause;
    thread = Thread.ofVirtual().name("tasks").unstarted(this::work);
  }

  /**
   * Begins.
   *
   * @param pause how long to look away when nothing is due
   */
  static TaskWorker start(RunDueTask runDueTask, Duration pause) {
    var worker = new TaskWorker(runDueTask, pause);
    worker.thread.start();
    return worker;
  }

  private void work() {
    try {
      while (!isClosing()) {
        if (!foundOne()) {
          var _ = closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Whether there was a task to run, so that another may be due as well. Whatever goes wrong with
   * one, the next has its turn.
   */
  private boolean foundOne() {
    try {
      boolean found = tell(runDueTask.handle(new RunDueTask.Command()));
      if (inTrouble) {
        LOG.info("Tasks are run again");
        inTrouble = false;
      }
      return found;
    } catch (RuntimeException | Error failure) {
      // Once for an outage, not each second.
      if (!inTrouble) {
        warn("Tasks cannot be run", failure);
        inTrouble = true;
      }
      return false;
    }
  }

  private static boolean tell(Outcome outcome) {
    switch (outcome) {
      case Outcome.NothingDue() -> {
        return false;
      }
      case Outcome.Ran(var task) -> LOG.debug("{} is done", task);
      case Outcome.PutOff(var task, var until, var failure) ->
          warn("%s failed and is tried again at %s".formatted(task, until), failure);
      case Outcome.Parked(var task, var reason, var failure)
          when failure.orElse(null) instanceof Rejected ->
          // Whoever registers with an address that does not exist brings it about: no alarm.
          LOG.warn("{} is given up: {}", task, reason);
      case Outcome.Parked(var task, var reason, var failure) ->
          LOG.error(
              "{} is given up: {}", task, reason, failure.filter(TaskWorker::isOurs).orElse(null));
    }
    return true;
  }

  /** An outage in a line, a mistake of ours with its stack. */
  private static void warn(String what, Throwable failure) {
    if (isOurs(failure)) {
      LOG.warn(what, failure);
    } else {
      LOG.warn("{}: {}", what, failure.getMessage());
      LOG.debug("because", failure);
    }
  }

  private static boolean isOurs(Throwable failure) {
    return !(failure instanceof Unavailable || failure instanceof Rejected);
  }

  /** Whether it has been told to end. */
  boolean isClosing() {
    return closing.getCount() == 0;
  }

  /** Begins no other task, and waits a while for the one under way. */
  @Override
  public void close() {
    closing.countDown();
    try {
      if (!thread.join(LAST_TASK)) {
        thread.interrupt();
        var _ = thread.join(LAST_WORD);
      }
    } catch (InterruptedException hurry) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }
}
