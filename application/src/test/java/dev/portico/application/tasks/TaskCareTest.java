package dev.portico.application.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.Fakes;
import dev.portico.application.Hexagon;
import dev.portico.application.shared.port.TaskQueue.Load;
import dev.portico.application.shared.port.TaskQueue.Waiting;
import dev.portico.domain.audit.AuditFilter;
import dev.portico.domain.audit.AuditKind;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.shared.Task;
import dev.portico.domain.shared.TaskLane;
import dev.portico.domain.shared.TaskState;
import dev.portico.domain.users.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TaskCareTest {

  private final Fakes fakes = new Fakes();
  private final Hexagon hexagon = fakes.hexagon();
  private final UserId admin = new UserId(new UUID(1, 1));

  private Task parked() {
    var task = Task.fresh(fakes.ids.next(), "note", "secret", fakes.time.instant());
    fakes.taskQueue.add(task);
    var lease =
        fakes
            .taskQueue
            .takeDue(TaskLane.OTHER, fakes.time.instant(), Duration.ofMinutes(1))
            .orElseThrow();
    assertThat(fakes.taskQueue.park(lease, "given up")).isTrue();
    return task.begun();
  }

  private ReplayTask.Outcome replay(UUID task) {
    return hexagon.replayTask().handle(new ReplayTask.Command(task, admin));
  }

  private DiscardTask.Outcome discard(UUID task) {
    return hexagon.discardTask().handle(new DiscardTask.Command(task, admin));
  }

  private List<AuditKind> audited() {
    return fakes
        .auditLog
        .list(AuditFilter.ALL, new PageRequest<>(10, Optional.empty()))
        .items()
        .stream()
        .filter(entry -> entry.event().actor().equals(Optional.of(admin.value())))
        .map(entry -> entry.event().kind())
        .toList();
  }

  @Test
  void countsWhatIsOwed() {
    var task = parked();

    assertThat(hexagon.viewTasks().handle(new ViewTasks.Command()))
        .isEqualTo(
            new ViewTasks.Outcome.Counted(
                List.of(new Load("note", TaskState.PARKED, 1, task.dueAt())),
                fakes.time.instant()));
  }

  @Test
  void listsWhatWasGivenUp() {
    var task = parked();

    var listed =
        switch (hexagon
            .listParkedTasks()
            .handle(new ListParkedTasks.Command(new PageRequest<>(10, Optional.empty())))) {
          case ListParkedTasks.Outcome.Listed(var page) -> page.items();
        };

    assertThat(listed).containsExactly(new Waiting(task, true, Optional.of("given up")));
  }

  @Test
  void triesAgainAndWritesThatDown() {
    var task = parked();
    fakes.time.advance(Duration.ofDays(1));

    assertThat(replay(task.id())).isEqualTo(new ReplayTask.Outcome.Replayed());

    assertThat(fakes.taskQueue.takeDue(TaskLane.OTHER, fakes.time.instant(), Duration.ofMinutes(1)))
        .hasValueSatisfying(lease -> assertThat(lease.task().attempts()).isEqualTo(1));
    assertThat(replay(task.id())).isEqualTo(new ReplayTask.Outcome.NotFound());
    assertThat(audited()).containsExactly(AuditKind.TASK_REPLAYED);
  }

  @Test
  void throwsAwayAndWritesThatDown() {
    var task = parked();

    assertThat(discard(task.id())).isEqualTo(new DiscardTask.Outcome.Discarded());

    assertThat(fakes.taskQueue.waiting(1)).isEmpty();
    assertThat(discard(task.id())).isEqualTo(new DiscardTask.Outcome.NotFound());
    assertThat(audited()).containsExactly(AuditKind.TASK_DISCARDED);
  }

  @Test
  void forgetsWhatNobodyTriedAgainForThirtyDays() {
    for (int i = 0; i < PurgeParkedTasks.AT_ONCE + 1; i++) {
      var _ = parked();
    }
    fakes.time.advance(PurgeParkedTasks.KEPT);
    assertThat(purge()).isEqualTo(new PurgeParkedTasks.Outcome.Purged(0));
    var recent = parked();

    fakes.time.advance(Duration.ofSeconds(1));

    assertThat(purge())
        .isEqualTo(new PurgeParkedTasks.Outcome.Purged(PurgeParkedTasks.AT_ONCE + 1));
    assertThat(fakes.taskQueue.waiting(10)).extracting(Waiting::task).containsExactly(recent);
  }

  private PurgeParkedTasks.Outcome purge() {
    return hexagon.purgeParkedTasks().handle(new PurgeParkedTasks.Command());
  }
}
