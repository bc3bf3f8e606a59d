package dev.portico.application.shared.port;

/** Tells whether the store can be worked with. */
public interface StorageProbe {

  /**
   * Whether the store answers right now.
   *
   * <p>Promise: answers within five seconds and never throws; absence of the store is {@code
   * false}.
   *
   * <p>Concurrency: any number of threads at once.
   */
  boolean answers();
}
