package dev.portico.testkit;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Where calls of a port wait until the test lets them pass: interleavings by choice. */
public final class Gate {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final String name;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int arrived;
  private boolean open;

  Gate(String name) {
    this.name = name;
  }

  /** Waits until this many calls have come to the gate, whether or not it is open. */
  public void awaitArrivals(int calls) {
    await(
        () -> arrived >= calls,
        () ->
            "%d of %d calls have come to the gate before %s in %s; the others were never made, or"
                    .formatted(arrived, calls, name, PATIENCE)
                + " wait for something that those at the gate hold");
  }

  /** Lets everything pass from now on. */
  public void open() {
    lock.lock();
    try {
      open = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until the gate is open. */
  void pass() {
    lock.lock();
    try {
      arrived++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    await(
        () -> open, () -> "the gate before %s was not opened within %s".formatted(name, PATIENCE));
  }

  private void await(BooleanSupplier condition, Supplier<String> complaint) {
    lock.lock();
    try {
      long left = PATIENCE.toNanos();
      while (!condition.getAsBoolean()) {
        if (left <= 0) {
          throw new AssertionError(complaint.get());
        }
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted at the gate before " + name, interrupted);
    } finally {
      lock.unlock();
    }
  }
}
