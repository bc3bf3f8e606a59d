package dev.portico.web.tasks;

import dev.portico.application.shared.port.TaskQueue.Load;
import dev.portico.application.shared.port.TaskQueue.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tasks as they look on the wire. Their payloads hold addresses and are shown to nobody. */
final class TasksJson {

  /** A failure begins with its class; what it says behind that may quote a payload or a peer. */
  private static final Pattern FAILURE =
      Pattern.compile("(?:[a-z][a-zA-Z0-9_]*\\.)+(?<name>[A-Z][A-Za-z0-9_$]*)(?::.*)?");

  /** What the service says by itself where nothing failed. */
  private static final Pattern OWN_WORDS = Pattern.compile("[a-z ]{1,60}");

  private TasksJson() {}

  /** How much is owed. */
  record LoadsJson(Instant at, List<LoadJson> tasks) {

    static LoadsJson of(List<Load> loads, Instant at) {
      return new LoadsJson(at, loads.stream().map(load -> LoadJson.of(load, at)).toList());
    }
  }

  /** How much of a kind is in a state; the age is nothing where all of it is due later. */
  record LoadJson(
      String kind, String state, long count, Instant oldestDueAt, long oldestAgeSeconds) {

    static LoadJson of(Load load, Instant at) {
      long age = Duration.between(load.oldestDueAt(), at).toSeconds();
      return new LoadJson(
          load.kind(), load.state().text(), load.count(), load.oldestDueAt(), Math.max(age, 0));
    }
  }

  /** A task that was given up. */
  record ParkedJson(
      String id, String kind, int attempts, Instant lastDueAt, @Nullable String failure) {

    static ParkedJson of(Waiting parked) {
      var task = parked.task();
      return new ParkedJson(
          task.id().toString(),
          task.kind(),
          task.attempts(),
          task.dueAt(),
          parked.reason().map(TasksJson::failure).orElse(null));
    }
  }

  /** What went wrong, without a word from outside. */
  static String failure(String reason) {
    var failure = FAILURE.matcher(reason);
    if (failure.matches()) {
      return failure.group("name");
    }
    return OWN_WORDS.matcher(reason).matches() ? reason : "not told";
  }
}
