package dev.portico.application.shared.port;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Coalesces by tasks in a map. */
public final class InMemoryCoalescer implements Coalescer {

  private final Map<String, FutureTask<Object>> running = new HashMap<>();

  @Override
  @SuppressWarnings("unchecked") // The callers of one key agree on the type.
  public <T> T run(String key, Supplier<T> work) {
    var mine = new FutureTask<Object>(work::get);
    var task = begin(key, mine);
    if (task.equals(mine)) {
      mine.run();
      end(key);
    }
    return (T) resultOf(task);
  }

  @Override
  @SuppressWarnings("unchecked") // As above.
  public <T> Optional<T> runUnlessRunning(String key, Supplier<T> work) {
    var mine = new FutureTask<Object>(work::get);
    if (!begin(key, mine).equals(mine)) {
      return Optional.empty();
    }
    mine.run();
    end(key);
    return Optional.of((T) resultOf(mine));
  }

  private synchronized FutureTask<Object> begin(String key, FutureTask<Object> mine) {
    return running.computeIfAbsent(key, _ -> mine);
  }

  private synchronized void end(String key) {
    running.remove(key);
  }

  private static Object resultOf(FutureTask<Object> task) {
    try {
      return task.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
