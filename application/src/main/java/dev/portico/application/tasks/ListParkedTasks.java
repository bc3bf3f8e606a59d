package dev.portico.application.tasks;

import dev.portico.application.shared.port.TaskQueue;
import dev.portico.application.shared.port.TaskQueue.Waiting;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.shared.Task;

/** Shows the tasks that were given up, those due latest first, a page at a time. */
public final class ListParkedTasks {

  private final TaskQueue queue;

  public ListParkedTasks(TaskQueue queue) {
    this.queue = queue;
  }

  /** Which page. */
  public record Command(PageRequest<Task.Position> page) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Listed(Page<Waiting, Task.Position> page) implements Outcome {}
  }

  public Outcome handle(Command command) {
    return new Outcome.Listed(queue.parked(command.page()));
  }
}
