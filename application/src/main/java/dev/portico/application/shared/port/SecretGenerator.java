package dev.portico.application.shared.port;

/** Makes secrets. */
public interface SecretGenerator {

  /**
   * Random bytes.
   *
   * <p>Promise: from a generator that nobody can predict (OWASP ASVS 5.0 V11.5.1), so that no two
   * of 16 bytes or more are alike.
   *
   * <p>Concurrency: any number of threads at once.
   *
   * @param count positive
   */
  byte[] next(int count);
}
