package dev.portico.application.shared.port;

import java.time.Duration;
import java.util.Optional;

/**
 * Keeps texts that are dear to make for a while. No part of any transaction, and nothing that may
 * not be lost: whatever is in it may be gone the next moment.
 */
public interface Cache {

  /**
   * The text kept under this key; empty where there is none, or none any more.
   *
   * <p>Promise: never one whose time is over by the service's clock.
   *
   * <p>Concurrency: any number of threads at once; none waits for another.
   */
  Optional<String> get(String key);

  /**
   * Keeps a text, in place of the one before it.
   *
   * @param ttl for how long at most
   */
  void put(String key, String text, Duration ttl);
}
