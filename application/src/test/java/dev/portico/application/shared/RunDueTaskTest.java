package dev.portico.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.Fakes;
import dev.portico.application.shared.RunDueTask.Outcome;
import dev.portico.application.shared.port.TaskQueue.Waiting;
import dev.portico.domain.shared.Task;
import dev.portico.domain.shared.TaskLane;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RunDueTaskTest {

  private final Fakes fakes = new Fakes();
  private final List<Task> done = new ArrayList<>();

  private Task added() {
    var task = Task.fresh(fakes.ids.next(), "greet", "hello", fakes.time.instant());
    fakes.taskQueue.add(task);
    return task;
  }

  private Outcome run(Consumer<Task> work) {
    return new RunDueTask(fakes.taskQueue, fakes.time, List.of(new TaskHandler("greet", work)))
        .handle(new RunDueTask.Command(TaskLane.OTHER));
  }

  private static void fail(Task task) {
    throw new IllegalStateException("no answer to " + task.kind() + "\r\n\0");
  }

  private List<Waiting> waiting() {
    return fakes.taskQueue.waiting(10);
  }

  private Duration delayOf(Outcome outcome) {
    return outcome instanceof Outcome.PutOff(var _, var until, var _)
        ? Duration.between(fakes.time.instant(), until)
        : Duration.ZERO;
  }

  @Test
  void hasNothingToDoWhereNothingIsDue() {
    assertThat(run(done::add)).isEqualTo(new Outcome.NothingDue());
  }

  @Test
  void runsATaskOnce() {
    var task = added();

    assertThat(run(done::add)).isEqualTo(new Outcome.Ran(task.begun()));
    assertThat(run(done::add)).isEqualTo(new Outcome.NothingDue());
    assertThat(done).containsExactly(task.begun());
    assertThat(waiting()).isEmpty();
  }

  @Test
  void runsOneTaskAtATime() {
    var _ = added();
    var _ = added();

    assertThat(run(done::add)).isInstanceOf(Outcome.Ran.class);

    assertThat(done).hasSize(1);
    assertThat(waiting()).hasSize(1);
  }

  // F14
  @Test
  void givesUpAtOnceWhatWasRejectedForGood() {
    var task = added();

    var outcome =
        run(_ -> {
          throw new Rejected("no\r\nway");
        });

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Parked.class, parked -> assertThat(parked.task()).isEqualTo(task.begun()));
    assertThat(waiting()).hasSize(1).allMatch(Waiting::parked);
    assertThat(waiting().getFirst().reason().orElseThrow()).endsWith("Rejected: no??way");
  }

  @Test
  void holdsNoTransactionWhileTheHandlerRuns() {
    var _ = added();

    assertThat(
            run(task -> {
              done.add(task);
              // Joined to the queue's own, this failure would undo it all.
              assertThatThrownBy(() -> fakes.transactions.inTransaction(() -> fails()))
                  .hasMessage("on purpose");
            }))
        .isInstanceOf(Outcome.Ran.class);
    assertThat(waiting()).isEmpty();
  }

  private static boolean fails() {
    throw new IllegalStateException("on purpose");
  }

  @Test
  void putsOffWhatFailedAndTriesAgain() {
    var task = added();

    var outcome = run(RunDueTaskTest::fail);

    assertThat(outcome).isInstanceOf(Outcome.PutOff.class);
    var delay = delayOf(outcome);
    assertThat(delay).isBetween(Duration.ofSeconds(30), Duration.ofMillis(37_500));
    assertThat(waiting())
        .containsExactly(
            new Waiting(
                task.begun().dueAt(fakes.time.instant().plus(delay)),
                false,
                Optional.of("java.lang.IllegalStateException: no answer to greet???")));
    fakes.time.advance(delay.minusMillis(1));
    assertThat(run(done::add)).isEqualTo(new Outcome.NothingDue());
    fakes.time.advance(Duration.ofMillis(1));
    assertThat(run(done::add)).isInstanceOf(Outcome.Ran.class);
    assertThat(done.getFirst().attempts()).isEqualTo(2);
  }

  @Test
  void parksWhatFailedEightTimes() {
    var _ = added();
    for (int attempt = 1; attempt < 8; attempt++) {
      var outcome = run(RunDueTaskTest::fail);
      assertThat(outcome).isInstanceOf(Outcome.PutOff.class);
      fakes.time.advance(delayOf(outcome));
    }

    var last = run(RunDueTaskTest::fail);

    assertThat(last).isInstanceOf(Outcome.Parked.class);
    assertThat(((Outcome.Parked) last).failure()).isPresent();
    assertThat(waiting()).hasSize(1).allMatch(Waiting::parked);
    fakes.time.advance(Duration.ofDays(1));
    assertThat(run(done::add)).isEqualTo(new Outcome.NothingDue());
  }

  @Test
  void parksAKindThatNobodyHandles() {
    fakes.taskQueue.add(Task.fresh(fakes.ids.next(), "unheard-of", "", fakes.time.instant()));

    assertThat(run(done::add)).isInstanceOf(Outcome.Parked.class);

    assertThat(done).isEmpty();
    assertThat(waiting()).hasSize(1).allMatch(Waiting::parked);
  }

  @Test
  void runsAgainWhatItsRunnerAbandoned() {
    var _ = added();
    var _ = fakes.taskQueue.takeDue(TaskLane.OTHER, fakes.time.instant(), RunDueTask.LEASE);
    assertThat(run(done::add)).isEqualTo(new Outcome.NothingDue());

    fakes.time.advance(RunDueTask.LEASE);

    assertThat(run(done::add)).isInstanceOf(Outcome.Ran.class);
  }

  @Test
  void parksWhatMakesEveryRunnerVanish() {
    var _ = added();
    for (int i = 0; i < 8; i++) {
      assertThat(fakes.taskQueue.takeDue(TaskLane.OTHER, fakes.time.instant(), RunDueTask.LEASE))
          .isPresent();
      fakes.time.advance(RunDueTask.LEASE);
    }

    assertThat(run(done::add)).isInstanceOf(Outcome.Parked.class);
    assertThat(done).isEmpty();
  }

  @Test
  void cutsALongReason() {
    var _ = added();

    var outcome =
        run(_ -> {
          throw new IllegalStateException("x".repeat(5_000));
        });

    assertThat(outcome).isInstanceOf(Outcome.PutOff.class);
    assertThat(waiting().getFirst().reason().orElseThrow()).hasSize(500);
  }

  private Task added(String kind) {
    var task = Task.fresh(fakes.ids.next(), kind, "", fakes.time.instant());
    fakes.taskQueue.add(task);
    return task;
  }

  private static void poison(Task task) {
    throw new OutOfMemoryError("on purpose: " + task.kind());
  }

  /** F5: a handler that always throws, one that eats all memory, and nobody's kind. */
  @Test
  void drainsAllThatIsBehindPoison() {
    var poison = List.of(added("thrower"), added("eater"), added("nobodys"));
    for (int i = 0; i < 300; i++) {
      var _ = added();
    }
    var runDueTask =
        new RunDueTask(
            fakes.taskQueue,
            fakes.time,
            List.of(
                new TaskHandler("greet", done::add),
                new TaskHandler("thrower", RunDueTaskTest::fail),
                new TaskHandler("eater", RunDueTaskTest::poison)));

    for (int day = 0; day < 20; day++) {
      drain(runDueTask);
      assertThat(done).hasSize(300);
      fakes.time.advance(Duration.ofDays(1));
    }

    assertThat(waiting())
        .allMatch(Waiting::parked)
        .extracting(it -> it.task().id())
        .containsExactlyInAnyOrderElementsOf(poison.stream().map(Task::id).toList());
  }

  /** As the worker does: whatever goes wrong with one, the next has its turn. */
  private static void drain(RunDueTask runDueTask) {
    for (boolean more = true; more; ) {
      try {
        more =
            !runDueTask
                .handle(new RunDueTask.Command(TaskLane.OTHER))
                .equals(new Outcome.NothingDue());
      } catch (Error survived) {
        assertThat(survived).isInstanceOf(OutOfMemoryError.class);
      }
    }
  }
}
