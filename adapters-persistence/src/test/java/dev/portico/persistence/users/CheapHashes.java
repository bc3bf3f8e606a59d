package dev.portico.persistence.users;

import dev.portico.application.users.port.PasswordHasher;
import dev.portico.persistence.users.Argon2Hash.Cost;
import java.time.Duration;

/**
 * The real hash at the least cost it can have: a thousandth of a second's work, for tests of
 * everything but the hash.
 */
public final class CheapHashes {

  private static final Cost LEAST = new Cost(8, 1, 1);

  private static final PasswordHasher HASHER =
      new Argon2PasswordHasher(
          new HashingThreads(
              Runtime.getRuntime().availableProcessors(), 1_000, Duration.ofSeconds(10)),
          LEAST);

  private CheapHashes() {}

  public static PasswordHasher hasher() {
    return HASHER;
  }
}
