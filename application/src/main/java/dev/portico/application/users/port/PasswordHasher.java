package dev.portico.application.users.port;

import dev.portico.domain.users.Password;
import dev.portico.domain.users.PasswordHash;
import java.util.Optional;

/** Turns passwords into what may be kept of them. */
public interface PasswordHasher {

  /** What came of {@link #verify}. */
  enum Match {
    /** The right password. */
    MATCHES,
    /** The right password, kept in a form that ought to be replaced. */
    MATCHES_OUTDATED,
    /** Another password, no hash to compare with, or a hash that cannot be read. */
    DIFFERS
  }

  /**
   * A hash of the password.
   *
   * <p>Promise: salted, so that no two hashes are alike; costs what an attacker is to pay for each
   * guess.
   *
   * <p>Concurrency: bounded; throws {@link dev.portico.application.shared.Unavailable} rather than
   * queue without end.
   */
  PasswordHash hash(Password password);

  /**
   * Compares a password with what was kept.
   *
   * <p>Promise: takes as long without a hash as with one of the present form, so that time does not
   * tell who has an account. A hash of absurd cost is refused without paying it.
   *
   * <p>Concurrency: as {@link #hash}.
   */
  Match verify(Password password, Optional<PasswordHash> kept);
}
