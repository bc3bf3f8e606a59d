package dev.portico.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.Fakes;
import dev.portico.application.shared.RunDueTask;
import dev.portico.application.shared.TaskHandler;
import dev.portico.application.shared.port.TaskQueue;
import dev.portico.domain.shared.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestTasksTest {

  private final Fakes fakes = new Fakes();
  private final TestScope scope = TestScope.open("SomeTest.someCase", Rung.FAKE);
  private final TaskQueue queue = PortProxy.of(TaskQueue.class, _ -> fakes.taskQueue);
  private final List<String> done = Collections.synchronizedList(new ArrayList<>());
  private final TestTasks tasks =
      new TestTasks(
          scope,
          new RunDueTask(
              queue,
              fakes.time,
              List.of(
                  new TaskHandler("note", task -> done.add(task.payload())),
                  new TaskHandler(
                      "fail",
                      _ -> {
                        throw new IllegalStateException("no mail server");
                      }))),
          queue,
          fakes.time);

  TestTasksTest() {
    scope.put(PortOverrides.class, new PortOverrides(scope));
    scope.put(TestTasks.class, tasks);
  }

  private void add(String kind, String payload, Duration delay) {
    var task = Task.fresh(fakes.ids.next(), kind, payload, fakes.time.instant().plus(delay));
    scope.carrying(() -> queue.add(task)).run();
  }

  @Test
  void doesWhatIsDueWhenAnAnswerIsBack() {
    add("note", "a", Duration.ZERO);

    tasks.afterAnswer();

    assertThat(done).containsExactly("a");
    scope.close();
  }

  @Test
  void waitsForTheTestWhenHeld() {
    tasks.hold();
    add("note", "a", Duration.ZERO);
    add("note", "b", Duration.ZERO);

    tasks.afterAnswer();
    assertThat(done).isEmpty();
    assertThat(tasks.pending()).hasSize(2);

    tasks.runNext();
    assertThat(done).containsExactly("a");
    assertThat(tasks.runAll()).isEqualTo(1);
    scope.close();
  }

  @Test
  void doesTheSameInAnotherOrderByChance() {
    tasks.hold();
    for (int i = 0; i < 20; i++) {
      add("note", String.valueOf(i), Duration.ZERO);
    }

    assertThat(tasks.runAll(42)).isEqualTo(20);

    assertThat(done).hasSize(20).doesNotHaveDuplicates().isNotEqualTo(inOrder());
  }

  private static List<String> inOrder() {
    return java.util.stream.IntStream.range(0, 20).mapToObj(String::valueOf).toList();
  }

  @Test
  void doesItBesideTheTestForReal() {
    tasks.runForReal();
    add("note", "a", Duration.ZERO);

    tasks.awaitNothingDue();
    scope.close();

    assertThat(done).containsExactly("a");
  }

  @Test
  void failsATestThatForgetsATask() {
    tasks.hold();
    add("note", "secret", Duration.ZERO);

    assertThatThrownBy(scope::close)
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll(
            "SomeTest.someCase leaves work behind: note due at 2024-01-15T12:00:00Z, 0 attempts",
            "Where: it was added and never begun",
            "Cure: run it by tasks.runNext()")
        .hasMessageNotContaining("secret");
  }

  @Test
  void letsWaitWhatIsMeantForLater() {
    add("note", "a", Duration.ofMinutes(1));

    scope.close();

    assertThat(done).isEmpty();
  }

  @Test
  void failsATestWhoseTaskFailed() {
    add("fail", "x", Duration.ZERO);
    tasks.afterAnswer();

    assertThatThrownBy(scope::close)
        .hasMessageContainingAll(
            "fail due at", "1 attempts", "no mail server", "Where: it was tried, failed");
  }

  @Test
  void letsATestForget() {
    add("fail", "x", Duration.ZERO);

    tasks.forget();

    scope.close();
  }

  @Test
  void saysWhatWaitsWhereNothingIsDue() {
    tasks.hold();
    add("note", "a", Duration.ofHours(1));

    assertThatThrownBy(tasks::runNext)
        .hasMessageContainingAll(
            "nothing is due at 2024-01-15T12:00:00Z", "waiting: note due at 2024-01-15T13:00:00Z");
  }
}
