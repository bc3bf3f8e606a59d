package dev.portico.application.tasks;

import dev.portico.application.shared.port.TaskQueue;
import dev.portico.application.shared.port.TaskQueue.Load;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Tells how much work is owed, by its kind and where it stands. */
public final class ViewTasks {

  private final TaskQueue queue;
  private final InstantSource time;

  public ViewTasks(TaskQueue queue, InstantSource time) {
    this.queue = queue;
    this.time = time;
  }

  /** Nothing to choose. */
  public record Command() {}

  /** What came of it. */
  public sealed interface Outcome {

    /** That much, at that moment. */
    record Counted(List<Load> loads, Instant at) implements Outcome {}
  }

  public Outcome handle(Command command) {
    var now = time.instant();
    return new Outcome.Counted(queue.loads(now), now);
  }
}
