package dev.portico.testkit;

import dev.portico.application.shared.RunDueTask;
import dev.portico.application.shared.RunDueTask.Outcome;
import dev.portico.application.shared.port.TaskQueue;
import dev.portico.application.shared.port.TaskQueue.Waiting;
import dev.portico.domain.shared.CanIgnoreReturnValue;
import dev.portico.domain.shared.Task;
import dev.portico.domain.shared.TaskLane;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The service's background work for one test. As long as the test says nothing, what is due is done
 * when an answer is back, and whenever time is moved. Work that is due and not done at the end, or
 * was tried in vain, fails the test: nobody would ever have noticed. What is meant for later may
 * wait for ever.
 */
public final class TestTasks {

  private static final int MOST_WAITING = 1_000;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(5);

  private final TestScope scope;
  private final RunDueTask runDueTask;
  private final TaskQueue queue;
  private final InstantSource time;
  private volatile Mode mode = Mode.INLINE;
  private volatile boolean addedTo;
  private boolean forgotten;
  private @Nullable Thread worker;

  /** When due work is done. */
  private enum Mode {
    INLINE,
    HELD,
    REAL
  }

  /**
   * The work of a scope's queue.
   *
   * @param queue the one that {@code runDueTask} takes from
   */
  public TestTasks(TestScope scope, RunDueTask runDueTask, TaskQueue queue, InstantSource time) {
    this.scope = scope;
    this.runDueTask = runDueTask;
    this.queue = queue;
    this.time = time;
    scope.atEnd(this::end);
  }

  /** From now on nothing is done until the test says so. */
  public void hold() {
    mode = Mode.HELD;
  }

  /** Lets a worker do the work beside the test, as in production, until the test ends. */
  public void runForReal() {
    mode = Mode.REAL;
    worker = Thread.ofVirtual().name("tasks of " + scope).start(scope.carrying(this::work));
  }

  private void work() {
    while (mode == Mode.REAL) {
      if (runOne() instanceof Outcome.NothingDue) {
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  /** Waits until nothing is due any more; for work that is done for real. */
  public void awaitNothingDue() {
    long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (due().findAny().isPresent()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(
            "still due after %s: %s".formatted(LONGEST_WAIT, describe(due().toList())));
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** What is not done yet, due or not, the earliest first. */
  public List<Task> pending() {
    return bound(() -> queue.waiting(MOST_WAITING).stream().map(Waiting::task).toList());
  }

  /**
   * Does what is due for longest.
   *
   * @throws AssertionError if nothing is due
   */
  @CanIgnoreReturnValue
  public Outcome runNext() {
    var outcome = bound(this::runOne);
    if (outcome instanceof Outcome.NothingDue) {
      throw new AssertionError(
          "nothing is due at %s; waiting: %s"
              .formatted(time.instant(), describe(bound(() -> queue.waiting(MOST_WAITING)))));
    }
    return outcome;
  }

  /** Does all that is due, and what comes due by doing it; says how much it was. */
  @CanIgnoreReturnValue
  public int runAll() {
    return bound(this::drain);
  }

  /** Does all that is due in an order by chance, the same for the same seed. */
  @CanIgnoreReturnValue
  public int runAll(long seed) {
    scope
        .get(PortOverrides.class)
        .wrap(TaskQueue.class, inner -> new ShuffledTaskQueue(inner, seed));
    return runAll();
  }

  private int drain() {
    for (int done = 0; done <= MOST_WAITING; done++) {
      if (runOne() instanceof Outcome.NothingDue) {
        return done;
      }
    }
    throw new AssertionError("%d tasks done, and ever more due".formatted(MOST_WAITING));
  }

  /** Lets what waits be left over: the test is not about it. */
  public void forget() {
    mode = Mode.HELD;
    forgotten = true;
  }

  /** Until then there is nothing to look for, which saves a query for each answer. */
  void wereAddedTo() {
    addedTo = true;
  }

  /** The kit's clients say so when an answer is back. */
  public void afterAnswer() {
    if (mode == Mode.INLINE && addedTo) {
      runAll();
    }
  }

  private Outcome runOne() {
    return bound(() -> lanes().map(this::runOne).filter(TestTasks::isSomething).findFirst())
        .orElseGet(Outcome.NothingDue::new);
  }

  private Outcome runOne(TaskLane lane) {
    return runDueTask.handle(new RunDueTask.Command(lane));
  }

  private static boolean isSomething(Outcome outcome) {
    return !(outcome instanceof Outcome.NothingDue);
  }

  /** That of the task due for longest first, so that the order is the same as without lanes. */
  private Stream<TaskLane> lanes() {
    return due().map(it -> it.task().lane()).distinct();
  }

  private Stream<Waiting> due() {
    return bound(() -> queue.waiting(MOST_WAITING)).stream()
        .filter(it -> !it.parked() && !it.task().dueAt().isAfter(time.instant()));
  }

  private <T> T bound(Supplier<T> work) {
    try (var _ = scope.bind()) {
      return work.get();
    }
  }

  private void end() {
    if (worker != null) {
      awaitNothingDue();
      mode = Mode.HELD;
      join(worker);
    }
    if (!addedTo) {
      return;
    }
    var left =
        queue.waiting(MOST_WAITING).stream().filter(it -> isOverdue(it) || wasTried(it)).toList();
    if (!left.isEmpty() && !forgotten) {
      throw new AssertionError(
          """
          %s leaves work behind: %s
          Where: %s
          Cure: run it by tasks.runNext() or runAll(), or say by tasks.forget() that it is none of \
          the test's business.\
          """
              .formatted(scope.test(), describe(left), whereItCameFrom(left)));
    }
  }

  private boolean isOverdue(Waiting it) {
    return !it.task().dueAt().isAfter(time.instant());
  }

  /** In vain, or it would be gone. */
  private static boolean wasTried(Waiting it) {
    return it.parked() || it.task().attempts() > 0;
  }

  private static void join(Thread thread) {
    try {
      if (!thread.join(LONGEST_WAIT)) {
        throw new AssertionError(thread.getName() + " does not end");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  private static String whereItCameFrom(List<Waiting> left) {
    return left.stream().anyMatch(it -> it.task().attempts() == 0)
        ? "it was added and never begun"
        : "it was tried, failed and was put off or given up, for the reasons given";
  }

  private static String describe(List<Waiting> waiting) {
    return waiting.isEmpty()
        ? "nothing"
        : waiting.stream()
            .map(it ->
                "%s due at %s, %d attempts%s%s"
                    .formatted(
                        it.task().kind(),
                        it.task().dueAt(),
                        it.task().attempts(),
                        it.parked() ? ", given up" : "",
                        it.reason().map(reason -> " (" + reason + ")").orElse("")))
            .collect(Collectors.joining("; "));
  }
}
