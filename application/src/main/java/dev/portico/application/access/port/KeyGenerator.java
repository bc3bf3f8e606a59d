package dev.portico.application.access.port;

import dev.portico.domain.access.KeyTerm;
import dev.portico.domain.access.SigningKey;

/** Makes keys for signing access tokens. */
public interface KeyGenerator {

  /**
   * A fresh key.
   *
   * <p>Promise: nobody can guess it, and no two are alike, nor are their ids.
   *
   * <p>Concurrency: any number of threads at once.
   */
  SigningKey generate(KeyTerm term);
}
