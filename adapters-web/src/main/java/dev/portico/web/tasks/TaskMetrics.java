package dev.portico.web.tasks;

import dev.portico.application.shared.port.TaskQueue.Load;
import dev.portico.domain.shared.TaskLane;
import dev.portico.domain.shared.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * How much work is owed, in Prometheus' text format 0.0.4. Every lane and state is there, also with
 * nothing in it, so that an alarm has something to look at and the number of series never grows.
 */
final class TaskMetrics {

  static final String MEDIA_TYPE = "text/plain;version=0.0.4;charset=utf-8";

  private TaskMetrics() {}

  static String of(List<Load> loads, Instant at) {
    var text = new StringBuilder();
    head(text, "portico_tasks", "Tasks that are not done, those of all nodes; parked: given up.");
    for (var lane : TaskLane.values()) {
      for (var state : TaskState.values()) {
        text.append(
            "portico_tasks{lane=\"%s\",state=\"%s\"} %d\n"
                .formatted(name(lane), state.text(), count(loads, lane, state)));
      }
    }
    head(text, "portico_tasks_late_seconds", "For how long the oldest waiting task is due.");
    for (var lane : TaskLane.values()) {
      text.append(
          "portico_tasks_late_seconds{lane=\"%s\"} %d\n"
              .formatted(name(lane), late(loads, lane, at)));
    }
    return text.toString();
  }

  private static void head(StringBuilder text, String metric, String help) {
    text.append("# HELP %s %s\n# TYPE %s gauge\n".formatted(metric, help, metric));
  }

  private static String name(TaskLane lane) {
    return lane.name().toLowerCase(Locale.ROOT);
  }

  private static long count(List<Load> loads, TaskLane lane, TaskState state) {
    return loads.stream()
        .filter(load -> TaskLane.of(load.kind()) == lane && load.state() == state)
        .mapToLong(Load::count)
        .sum();
  }

  private static long late(List<Load> loads, TaskLane lane, Instant at) {
    return loads.stream()
        .filter(load -> TaskLane.of(load.kind()) == lane && load.state() == TaskState.WAITING)
        .mapToLong(load -> Duration.between(load.oldestDueAt(), at).toSeconds())
        .filter(age -> age > 0)
        .max()
        .orElse(0);
  }
}
