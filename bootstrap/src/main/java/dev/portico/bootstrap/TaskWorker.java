package dev.portico.bootstrap;

import dev.portico.application.shared.Rejected;
import dev.portico.application.shared.RunDueTask;
import dev.portico.application.shared.RunDueTask.Outcome;
import dev.portico.application.shared.Unavailable;
import dev.portico.domain.shared.TaskLane;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the tasks that are due, lane by lane, until it is closed: whoever waits for one peer is in
 * nobody's way who talks to another.
 *
 * <p>Any number of nodes may do so at once: the queue gives no task to two of them.
 */
final class TaskWorker implements AutoCloseable {

  /** How long the tasks under way may go on after {@link #close}; their leases outlive the rest. */
  private static final Duration LAST_TASKS = Duration.ofSeconds(10);

  /** How long tasks that were interrupted have to say so to the queue. */
  private static final Duration LAST_WORD = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(TaskWorker.class);

  private final RunDueTask runDueTask;
  private final List<LaneWorker> lanes;
  private final AtomicBoolean inTrouble = new AtomicBoolean();

  private TaskWorker(RunDueTask runDueTask, int mailsAtOnce, Duration pause) {
    this.runDueTask = runDueTask;
    lanes =
        Arrays.stream(TaskLane.values())
            .map(lane ->
                new LaneWorker(
                    "tasks-" + lane,
                    places(lane, mailsAtOnce),
                    pause,
                    taken -> foundOne(lane, taken)))
            .toList();
  }

  /**
   * How many of a lane are run at once; all together take fewer connections than there are, so that
   * requests always get some. Of payments a few that hang leave places for others, and none is
   * charged twice. A mail that its server has taken is sent again if the node dies before it is
   * written down, so how many at once is the operator's choice.
   */
  private static int places(TaskLane lane, int mailsAtOnce) {
    return switch (lane) {
      case MAIL -> mailsAtOnce;
      case PAYMENTS -> 3;
      case OTHER -> 1;
    };
  }

  /**
   * Begins.
   *
   * @param mailsAtOnce at least 1
   * @param pause how long a lane looks away when nothing is due
   */
  static TaskWorker start(RunDueTask runDueTask, int mailsAtOnce, Duration pause) {
    var worker = new TaskWorker(runDueTask, mailsAtOnce, pause);
    worker.lanes.forEach(LaneWorker::start);
    return worker;
  }

  /**
   * Whether there was a task to run, so that another may be due as well. Whatever goes wrong with
   * one, the next has its turn.
   */
  private boolean foundOne(TaskLane lane, Runnable taken) {
    try {
      boolean found = tell(runDueTask.handle(new RunDueTask.Command(lane, taken)));
      if (inTrouble.compareAndSet(true, false)) {
        LOG.info("Tasks are run again");
      }
      return found;
    } catch (RuntimeException | Error failure) {
      // Once for an outage, not each second.
      if (inTrouble.compareAndSet(false, true)) {
        warn("Tasks cannot be run", failure);
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
    return lanes.stream().allMatch(LaneWorker::isClosing);
  }

  /** Begins no other task, and waits a while for those under way. */
  @Override
  public void close() {
    lanes.forEach(LaneWorker::stop);
    if (!awaitEnd(LAST_TASKS)) {
      lanes.forEach(LaneWorker::interrupt);
      var _ = awaitEnd(LAST_WORD);
    }
  }

  private boolean awaitEnd(Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      for (var lane : lanes) {
        if (!lane.awaitEnd(deadline)) {
          return false;
        }
      }
      return true;
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
