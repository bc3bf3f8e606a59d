package dev.portico.application.shared.port;

import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.shared.Task;
import dev.portico.domain.shared.TaskLane;
import dev.portico.domain.shared.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tasks that are owed. */
public interface TaskQueue {

  /**
   * The right to run a task for a while.
   *
   * <p>It holds until somebody else takes the task, which nobody does before its time has run out.
   *
   * @param number grows with each lease of a task, so that an old one is told from the present one
   */
  record Lease(Task task, long number) {}

  /**
   * A task as it waits.
   *
   * @param parked whether it was given up
   * @param reason why it was put off or parked last; empty before that
   */
  record Waiting(Task task, boolean parked, Optional<String> reason) {}

  /**
   * Adds a task.
   *
   * <p>Promise: part of the running transaction, so that the task is owed exactly if everything
   * else in it happened; nobody takes it before the commit. Outside of a transaction it is durable
   * when this returns. An id that is there already is a mistake of the caller and throws.
   *
   * <p>Concurrency: any number of threads at once; never waits for those who take.
   */
  void add(Task task);

  /**
   * Takes the task of a lane that is due for longest and that nobody holds; its attempts grow by
   * one.
   *
   * <p>Promise: nobody else gets the task until {@code now} of theirs has reached the end of the
   * lease; from then on it is free again, as if whoever held it had vanished. Parked tasks are not
   * taken, nor those of other lanes. Empty where nothing is due.
   *
   * <p>Concurrency: of any number of takers at once, over all nodes, no two get one task, and none
   * waits for another.
   *
   * @param lease positive
   */
  Optional<Lease> takeDue(TaskLane lane, Instant now, Duration lease);

  /**
   * Removes a task that is done.
   *
   * <p>Promise: {@code true} if the lease still held; {@code false}, and nothing changed, if
   * somebody else has taken the task since, or it is gone.
   *
   * <p>Concurrency: of two calls for one lease, one succeeds; the same for the other two ways to
   * end a lease.
   */
  boolean finish(Lease lease);

  /**
   * Gives a task back until it is due again.
   *
   * <p>Promise: as {@link #finish}; the task keeps its attempts and is free from {@code until} on.
   *
   * @param reason for people; at most 500 characters, no controls
   */
  boolean putOff(Lease lease, Instant until, String reason);

  /**
   * Gives a task up: it stays, for a person to look at, and is taken no more.
   *
   * <p>Promise: as {@link #finish}.
   *
   * @param reason as in {@link #putOff}
   */
  boolean park(Lease lease, String reason);

  /**
   * The tasks that are not done, whether due, held or parked, those due earliest first, the lesser
   * id first among those of one instant.
   *
   * @param limit positive
   */
  List<Waiting> waiting(int limit);

  /** How many tasks of a kind stand alike, and since when the oldest of them is due. */
  record Load(String kind, TaskState state, long count, Instant oldestDueAt) {}

  /**
   * How much there is to do, by kind and then by state in the order of {@link TaskState}.
   *
   * <p>Promise: all is counted at one moment. A task whose lease has run out by {@code now} counts
   * as waiting.
   */
  List<Load> loads(Instant now);

  /**
   * A page of the parked tasks, those due latest first, the greater id first among those of one
   * instant.
   *
   * <p>Promise: following the pages from the first shows every task that was parked all the time
   * exactly once.
   */
  Page<Waiting, Task.Position> parked(PageRequest<Task.Position> request);

  /**
   * Gives a parked task another chance: due at {@code now}, and as if nobody had begun it.
   *
   * <p>Promise: {@code false}, and nothing changed, where there is no such task or it is not
   * parked. Part of the running transaction.
   *
   * <p>Concurrency: of any number of these and of {@link #discard} at once, one succeeds.
   */
  boolean replay(UUID id, Instant now);

  /**
   * Removes a parked task.
   *
   * <p>Promise and concurrency: as {@link #replay}.
   */
  boolean discard(UUID id);

  /**
   * Removes parked tasks that were due last before an instant.
   *
   * @return how many, at most {@code atMost}; fewer mean that none is left
   */
  int purgeParked(Instant dueBefore, int atMost);
}
