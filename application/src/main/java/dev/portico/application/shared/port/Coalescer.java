package dev.portico.application.shared.port;

import java.util.Optional;
import java.util.function.Supplier;

/** Does for many at once what one run can do for all of them. */
public interface Coalescer {

  /**
   * Runs the work, or waits for the same work that another thread has begun.
   *
   * <p>Promise: of simultaneous calls with one key in this process one runs its work; the others
   * get what came of it, its failure too. A call that begins when none is under way runs anew:
   * nothing is kept.
   *
   * <p>Concurrency: calls with different keys have nothing to do with each other. Work must not
   * call with its own key.
   */
  <T> T run(String key, Supplier<T> work);

  /**
   * Runs the work, unless another thread is about the same: then it is empty, and nobody waits.
   *
   * <p>Promise and concurrency: as {@link #run}, with whose calls of the same key these agree on
   * one that works at a time.
   */
  <T> Optional<T> runUnlessRunning(String key, Supplier<T> work);
}
