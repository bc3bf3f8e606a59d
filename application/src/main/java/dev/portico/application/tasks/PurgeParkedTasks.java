package dev.portico.application.tasks;

import dev.portico.application.shared.port.TaskQueue;
import java.time.Duration;
import java.time.InstantSource;

/** Throws tasks away that were given up so long ago that nobody will try them again. */
public final class PurgeParkedTasks {

  /** How long they stay, counted from when they were due last. */
  public static final Duration KEPT = Duration.ofDays(30);

  /** Few enough for one statement not to be in anybody's way. */
  static final int AT_ONCE = 1_000;

  private final TaskQueue queue;
  private final InstantSource time;

  public PurgeParkedTasks(TaskQueue queue, InstantSource time) {
    this.queue = queue;
    this.time = time;
  }

  /** At any time, on any node. */
  public record Command() {}

  /** What came of it. */
  public sealed interface Outcome {

    record Purged(int tasks) implements Outcome {}
  }

  public Outcome handle(Command command) {
    var before = time.instant().minus(KEPT);
    int all = 0;
    int last;
    do {
      last = queue.purgeParked(before, AT_ONCE);
      all += last;
    } while (last == AT_ONCE);
    return new Outcome.Purged(all);
  }
}
