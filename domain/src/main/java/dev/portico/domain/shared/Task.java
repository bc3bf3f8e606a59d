package dev.portico.domain.shared;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A piece of work that is owed and done later, in the background.
 *
 * <p>It is added in the transaction that owes it, begun when it is due, and gone once it is done. A
 * failure puts it off for longer each time; after {@value #MAX_ATTEMPTS} attempts it is parked, for
 * a person to look at.
 *
 * @param kind which work: 1 to 64 of {@code a–z 0–9 -}, beginning with a letter
 * @param payload what the work is about, in the kind's own words: at most {@value
 *     #MAX_PAYLOAD_BYTES} bytes in UTF-8, no NUL character
 * @param dueAt to the microsecond, which is what the database keeps
 * @param attempts how often it was begun, a run under way included
 */
public record Task(UUID id, String kind, String payload, Instant dueAt, int attempts) {

  public static final int MAX_ATTEMPTS = 8;
  public static final int MAX_PAYLOAD_BYTES = 16 << 10;

  private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,63}");
  private static final Duration FIRST_DELAY = Duration.ofSeconds(30);

  /** Each wait is this many times the one before: eight attempts span some nine hours. */
  private static final int GROWTH = 3;

  private static final int STEPS = 1_000;

  public Task {
    if (!KIND.matcher(kind).matches()) {
      throw new IllegalArgumentException("not a kind of task: " + kind);
    }
    if (payload.getBytes(StandardCharsets.UTF_8).length > MAX_PAYLOAD_BYTES
        || payload.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("not a payload: too long, or a NUL character in it");
    }
  }

  /** A task that nobody has begun. */
  public static Task fresh(UUID id, String kind, String payload, Instant dueAt) {
    return new Task(id, kind, payload, dueAt, 0);
  }

  /** The same, begun once more. */
  public Task begun() {
    return new Task(id, kind, payload, dueAt, attempts + 1);
  }

  /** The same, due at another time. */
  public Task dueAt(Instant other) {
    return new Task(id, kind, payload, other, attempts);
  }

  /** Whose tasks it is run among. */
  public TaskLane lane() {
    return TaskLane.of(kind);
  }

  /** Whether a failure of the present attempt was the last one allowed. */
  public boolean isExhausted() {
    return attempts >= MAX_ATTEMPTS;
  }

  /** Whether it was begun more often than is allowed: each time, whoever ran it vanished. */
  public boolean isOverdrawn() {
    return attempts > MAX_ATTEMPTS;
  }

  /**
   * When to try again after the present attempt failed.
   *
   * <p>Up to a quarter is added to each wait, another share for each task and attempt, so that
   * tasks that failed together do not come back together.
   */
  public Instant nextAttempt(Instant now) {
    long delay = FIRST_DELAY.toMillis();
    for (int i = 1; i < Math.min(attempts, MAX_ATTEMPTS); i++) {
      delay *= GROWTH;
    }
    long share = Math.floorMod(31 * id.hashCode() + attempts, STEPS);
    return now.plusMillis(delay + delay / 4 * share / STEPS);
  }

  /** Where the task stands in a list of those due latest first. */
  public Position position() {
    return new Position(dueAt, id);
  }

  /** A place in such a list; the id decides between two of the same instant. */
  public record Position(Instant dueAt, UUID id) {}

  /** Never the payload: it may end up in a log. */
  @Override
  public String toString() {
    return "Task[" + id + ", " + kind + ", due " + dueAt + ", attempts " + attempts + "]";
  }
}
