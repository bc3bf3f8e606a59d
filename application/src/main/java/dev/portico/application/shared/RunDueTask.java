package dev.portico.application.shared;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.portico.application.shared.port.TaskQueue;
import dev.portico.application.shared.port.TaskQueue.Lease;
import dev.portico.domain.shared.Task;
import dev.portico.domain.shared.TaskLane;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the task of a lane that is due for longest.
 *
 * <p>The handler is run outside of any transaction of the queue, so that slow work holds no
 * connection. A crash between the work and its being noted lets the task run again: at least once.
 */
public final class RunDueTask {

  /**
   * How long a handler may take before the task counts as abandoned: longer than any peer is given,
   * and short enough that another node soon follows a crash.
   */
  public static final Duration LEASE = Duration.ofSeconds(45);

  private static final int MAX_REASON = 500;

  private final TaskQueue queue;
  private final InstantSource time;
  private final Map<String, TaskHandler> handlers;

  public RunDueTask(TaskQueue queue, InstantSource time, List<TaskHandler> handlers) {
    this.queue = queue;
    this.time = time;
    this.handlers = handlers.stream().collect(toUnmodifiableMap(TaskHandler::kind, identity()));
  }

  /**
   * Which lane.
   *
   * @param taken told once a task is taken and before it is run, so that somebody may look for the
   *     next meanwhile
   */
  public record Command(TaskLane lane, Runnable taken) {

    /** Where nobody else looks. */
    public Command(TaskLane lane) {
      this(lane, () -> {});
    }
  }

  /**
   * What came of it. Where the handler took longer than the lease, somebody else may have the task
   * by now, and decides what becomes of it.
   */
  public sealed interface Outcome {

    /** The work is done and the task gone. */
    record Ran(Task task) implements Outcome {}

    /** The handler threw; the task is tried again. */
    record PutOff(Task task, Instant until, RuntimeException failure) implements Outcome {}

    /** The task was given up; the failure is empty where no handler was run. */
    record Parked(Task task, String reason, Optional<RuntimeException> failure)
        implements Outcome {}

    record NothingDue() implements Outcome {}
  }

  public Outcome handle(Command command) {
    var lease = queue.takeDue(command.lane(), time.instant(), LEASE);
    if (lease.isEmpty()) {
      return new Outcome.NothingDue();
    }
    command.taken().run();
    return run(lease.get());
  }

  private Outcome run(Lease lease) {
    var task = lease.task();
    var handler = handlers.get(task.kind());
    if (handler == null) {
      return park(lease, "no handler for this kind", Optional.empty());
    }
    if (task.isOverdrawn()) {
      return park(lease, "whoever ran it vanished each time", Optional.empty());
    }
    try {
      handler.work().accept(task);
    } catch (Rejected failure) {
      return park(lease, reasonOf(failure), Optional.of(failure));
    } catch (RuntimeException failure) {
      return afterFailure(lease, failure);
    }
    var _ = queue.finish(lease);
    return new Outcome.Ran(task);
  }

  private Outcome afterFailure(Lease lease, RuntimeException failure) {
    var task = lease.task();
    if (task.isExhausted()) {
      return park(lease, reasonOf(failure), Optional.of(failure));
    }
    var until = task.nextAttempt(time.instant());
    var _ = queue.putOff(lease, until, reasonOf(failure));
    return new Outcome.PutOff(task, until, failure);
  }

  private Outcome park(Lease lease, String reason, Optional<RuntimeException> failure) {
    var _ = queue.park(lease, reason);
    return new Outcome.Parked(lease.task(), reason, failure);
  }

  /** In one line of plain characters: a message may quote what came in from outside. */
  private static String reasonOf(RuntimeException failure) {
    var text = failure.toString().replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "?");
    return text.length() <= MAX_REASON ? text : text.substring(0, MAX_REASON);
  }
}
