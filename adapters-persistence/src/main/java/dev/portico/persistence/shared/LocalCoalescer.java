package dev.portico.persistence.shared;

import dev.portico.application.shared.Unavailable;
import dev.portico.application.shared.port.Coalescer;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Coalesces within this process. The work runs on the thread of whoever came first, and no lock is
 * held meanwhile; the others wait for its task.
 */
final class LocalCoalescer implements Coalescer {

  private final ConcurrentMap<String, FutureTask<Object>> running = new ConcurrentHashMap<>();

  @Override
  @SuppressWarnings("unchecked") // The callers of one key agree on what it gives.
  public <T> T run(String key, Supplier<T> work) {
    var mine = new FutureTask<Object>(work::get);
    var before = running.putIfAbsent(key, mine);
    return (T) (before != null ? resultOf(before) : resultHere(key, mine));
  }

  @Override
  @SuppressWarnings("unchecked") // As above.
  public <T> Optional<T> runUnlessRunning(String key, Supplier<T> work) {
    var mine = new FutureTask<Object>(work::get);
    return running.putIfAbsent(key, mine) != null
        ? Optional.empty()
        : Optional.of((T) resultHere(key, mine));
  }

  private Object resultHere(String key, FutureTask<Object> mine) {
    try {
      mine.run();
    } finally {
      running.remove(key);
    }
    return resultOf(mine);
  }

  private static Object resultOf(FutureTask<Object> task) {
    try {
      return task.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      // An Error, of which there is nothing to be told but where it happened.
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Unavailable("interrupted while another did the work", interrupted);
    }
  }
}
