package dev.portico.persistence.shared;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Databases for one test each that can do whatever PostgreSQL can: copies of the template. A few
 * are made ahead, with a connection already open.
 */
public final class Clones {

  private static final int READY = 3;
  private static final int LAST_COPY_S = 5;

  /** A session ends a little after its connection is closed; dropping waits for it far longer. */
  private static final int UNTIL_SESSIONS_END_MS = 50;

  /** How many are ready or being made; never more, or a run that opens many would hoard them. */
  private static final AtomicInteger AHEAD = new AtomicInteger();

  private static final Queue<Clone> WARM = new ConcurrentLinkedQueue<>();
  private static final ExecutorService MAKING =
      Executors.newSingleThreadExecutor(named("clones-made-ahead"));
  private static final ScheduledExecutorService DROPPING =
      Executors.newSingleThreadScheduledExecutor(named("clones-dropped"));

  static {
    TestPostgres.beforeEnd(Clones::stop);
    refill();
  }

  private Clones() {}

  private static ThreadFactory named(String name) {
    return Thread.ofPlatform().daemon().name(name).factory();
  }

  public static TestDatabase open() {
    return openClone();
  }

  static Clone openClone() {
    var warm = WARM.poll();
    if (warm != null) {
      AHEAD.decrementAndGet();
    }
    refill();
    return warm == null ? make() : warm;
  }

  /** Nothing made ahead: what it costs to be the first. */
  static Clone make() {
    return new Clone(TestPostgres.database(), Clones::drop);
  }

  /** What fails here fails again where somebody waits for it. */
  private static void refill() {
    while (AHEAD.getAndUpdate(ahead -> Math.min(READY, ahead + 1)) < READY) {
      var _ = MAKING.submit(Clones::makeOneAhead);
    }
  }

  private static void makeOneAhead() {
    try {
      var made = make();
      made.warmUp();
      WARM.add(made);
    } catch (RuntimeException failure) {
      AHEAD.decrementAndGet();
      throw failure;
    }
  }

  /** Waits until as many are made ahead as ever are. */
  static void awaitWarm() throws ExecutionException, InterruptedException {
    MAKING.submit(() -> {}).get();
  }

  /** For tests: how many are ready or being made. */
  static int ahead() {
    return AHEAD.get();
  }

  private static void drop(Clone clone) {
    var _ = DROPPING.schedule(clone::drop, UNTIL_SESSIONS_END_MS, TimeUnit.MILLISECONDS);
  }

  /** Or a copy would still be made while all others are dropped. */
  private static void stop() {
    MAKING.shutdownNow();
    DROPPING.shutdownNow();
    try {
      var _ = MAKING.awaitTermination(LAST_COPY_S, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
