package dev.portico.application.shared.port;

import java.util.UUID;

/** Makes ids. */
public interface IdGenerator {

  /**
   * A new id.
   *
   * <p>Promise: a UUID of version 7 (RFC 9562, 5.7), never given before by any node, and greater
   * than those this generator gave in earlier milliseconds.
   *
   * <p>Concurrency: any number of threads at once.
   */
  UUID next();
}
