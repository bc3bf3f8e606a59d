package dev.portico.testkit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One running test: whatever belongs to it and to no other is kept here, and found from every
 * thread that works for it.
 *
 * <p>A thread belongs to the scope it was bound to, never to that of the thread that started it:
 * threads of a pool work for one test after the other. Over HTTP the scope goes by its {@link #id}
 * in the header {@value #HEADER}.
 */
public final class TestScope implements AutoCloseable {

  /** Names the test a request belongs to. */
  public static final String HEADER = "X-Test-Scope";

  private static final ThreadLocal<@Nullable TestScope> CURRENT = new ThreadLocal<>();
  private static final Map<String, TestScope> OPEN = new ConcurrentHashMap<>();
  private static final AtomicLong COUNT = new AtomicLong();

  private final String id =
      Long.toHexString(ProcessHandle.current().pid()) + "-" + COUNT.incrementAndGet();
  private final String test;
  private final Rung rung;
  private final Map<Class<?>, Object> belongings = new ConcurrentHashMap<>();
  private final Deque<Runnable> endings = new ArrayDeque<>();

  private TestScope(String test, Rung rung) {
    this.test = test;
    this.rung = rung;
  }

  /**
   * A scope for a test that begins.
   *
   * @param test its name, for messages
   */
  public static TestScope open(String test, Rung rung) {
    var scope = new TestScope(test, rung);
    OPEN.put(scope.id, scope);
    return scope;
  }

  /** The scope this thread works for. */
  public static TestScope current() {
    return found().orElseThrow(() -> new NoTestScope("The current test was asked for"));
  }

  /** The scope this thread works for, if there is one. */
  public static Optional<TestScope> found() {
    return Optional.ofNullable(CURRENT.get());
  }

  /**
   * The open scope of this id.
   *
   * @throws IllegalStateException if its test has ended
   */
  public static TestScope of(String id) {
    var scope = OPEN.get(id);
    if (scope == null) {
      throw new IllegalStateException(
          ("A request of test scope %s arrives, but that test has ended.\nCure: wait for every"
                  + " answer before the test returns.")
              .formatted(id));
    }
    return scope;
  }

  public String id() {
    return id;
  }

  /** The test's name. */
  public String test() {
    return test;
  }

  public Rung rung() {
    return rung;
  }

  /** Gives the scope something of its own, under this type. */
  public <T> T put(Class<T> type, T belonging) {
    belongings.put(type, belonging);
    return belonging;
  }

  /** What the scope has under this type. */
  public <T> T get(Class<T> type) {
    return find(type)
        .orElseThrow(() ->
            new IllegalStateException(
                "%s has no %s at %s".formatted(test, type.getSimpleName(), rung)));
  }

  /** What the scope has under this type, if anything. */
  public <T> Optional<T> find(Class<T> type) {
    return Optional.ofNullable(belongings.get(type)).map(type::cast);
  }

  /** What the scope has under this type; made now if there is nothing yet. */
  public <T> T own(Class<T> type, Supplier<?> make) {
    return type.cast(belongings.computeIfAbsent(type, _ -> make.get()));
  }

  /** Does something when the scope ends; the last one added is done first. */
  public void atEnd(Runnable ending) {
    endings.push(ending);
  }

  /** A thread's membership in a scope. */
  public interface Binding extends AutoCloseable {
    @Override
    void close();
  }

  /** Makes the current thread work for this scope until the binding is closed. */
  public Binding bind() {
    var before = CURRENT.get();
    CURRENT.set(this);
    return () -> {
      if (before == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(before);
      }
    };
  }

  /** Works for this scope. */
  public <T> T call(Callable<T> work) throws Exception {
    try (var _ = bind()) {
      return work.call();
    }
  }

  /** The same work, for this scope on whatever thread. */
  public Runnable carrying(Runnable work) {
    return () -> {
      try (var _ = bind()) {
        work.run();
      }
    };
  }

  /** The same executor, whose threads work for this scope meanwhile. */
  public Executor carrying(Executor executor) {
    return work -> executor.execute(carrying(work));
  }

  /** Ends the scope. What its endings complain of is thrown once all of them are done. */
  @Override
  public void close() {
    OPEN.remove(id);
    Throwable first = null;
    try (var _ = bind()) {
      while (!endings.isEmpty()) {
        first = complaintOf(endings.pop(), first);
      }
    }
    switch (first) {
      case null -> {}
      case Error error -> throw error;
      case RuntimeException exception -> throw exception;
      default -> throw new IllegalStateException(first);
    }
  }

  private static @Nullable Throwable complaintOf(Runnable ending, @Nullable Throwable first) {
    try {
      ending.run();
      return first;
    } catch (RuntimeException | Error complaint) {
      if (first == null) {
        return complaint;
      }
      first.addSuppressed(complaint);
      return first;
    }
  }

  @Override
  public String toString() {
    return test + " (" + id + ")";
  }
}
