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
   * <p>Promise: takes as long without a hash, or with one that cannot be read, as with one of the
   * present form, so that time does not tell who has an account; about as long with a cheaper one
   * of another form. A dearer one takes longer until it is replaced. A hash of absurd cost is
   * refused without paying it.
   *
   * <p>Concurrency: as {@link #hash}.
   */
  Match verify(Password password, Optional<PasswordHash> kept);

  /**
   * Whether the next password would find no room, so that {@link #verify} is not worth preparing.
   *
   * <p>Promise: computes nothing and waits for nobody. It may have changed by the time of the call.
   */
  boolean isFull();

  /**
   * Whether {@link #verify} could say that a password matches.
   *
   * <p>Promise: {@code false} for a hash that cannot be read or is of absurd cost, and for none;
   * computes nothing.
   */
  boolean canVerify(PasswordHash kept);
}
