package dev.portico.persistence.shared;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Who may use a sandbox's connection: one transaction, or one lone statement, after the other, in
 * the order in which they asked.
 */
final class Turn {

  /** How long one and the same transaction may keep others waiting. */
  static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final StackWalker STACK = StackWalker.getInstance();
  private static final String OURS = "dev.portico.";
  private static final String PLUMBING = Turn.class.getPackageName() + ".";

  private final Semaphore permit = new Semaphore(1, true);
  private volatile @Nullable Holder holder;
  private volatile boolean over;

  /** A transaction under way; its place in the code is where the application first used it. */
  private record Holder(Thread thread, long sinceNanos, Optional<String> place) {

    String describe() {
      return "thread %s has held a transaction open for %d ms, begun at %s"
          .formatted(
              nameOf(thread),
              Duration.ofNanos(System.nanoTime() - sinceNanos).toMillis(),
              place.orElse("an unknown place"));
    }
  }

  /**
   * Waits for the turn.
   *
   * @throws NeedsClone at once if this thread itself is in the way; if one transaction of another
   *     thread stays in the way for {@link #PATIENCE}
   */
  void take() throws SQLException {
    try {
      boolean taken = permit.tryAcquire(0, TimeUnit.SECONDS);
      while (!taken) {
        taken = awaited(holder);
      }
      holder = new Holder(Thread.currentThread(), System.nanoTime(), place());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted while waiting for the sandbox's connection", interrupted);
    }
  }

  /** False if it is somebody else's turn than at first, so that waiting begins anew. */
  private boolean awaited(@Nullable Holder first) throws InterruptedException, SQLException {
    if (over) {
      throw new SQLException("the sandbox has ended with its test", "08003");
    }
    if (first != null && first.thread().equals(Thread.currentThread())) {
      throw NeedsClone.because(
          "a second connection was used beside an open transaction on one thread; "
              + first.describe());
    }
    if (permit.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      return true;
    }
    if (first != null && first.equals(holder)) {
      throw NeedsClone.because(
          "two transactions were open at once; %s, and thread %s waited %d ms for it at %s"
              .formatted(
                  first.describe(),
                  nameOf(Thread.currentThread()),
                  PATIENCE.toMillis(),
                  place().orElse("an unknown place")));
    }
    return false;
  }

  void give() {
    holder = null;
    permit.release();
  }

  /** For the end of the sandbox: never gives it back. False if somebody still has it. */
  boolean takeForGood() {
    over = true;
    return permit.tryAcquire();
  }

  private static Optional<String> place() {
    return STACK.walk(frames ->
        frames
            .filter(frame -> frame.getClassName().startsWith(OURS))
            .filter(frame -> !frame.getClassName().startsWith(PLUMBING) || isTest(frame))
            .findFirst()
            .map(StackWalker.StackFrame::toStackTraceElement)
            .map(StackTraceElement::toString));
  }

  private static boolean isTest(StackWalker.StackFrame frame) {
    return frame.getClassName().endsWith("Test");
  }

  private static String nameOf(Thread thread) {
    return thread.getName().isEmpty() ? "#" + thread.threadId() : '"' + thread.getName() + '"';
  }
}
