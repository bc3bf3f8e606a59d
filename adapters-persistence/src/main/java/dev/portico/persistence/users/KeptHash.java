package dev.portico.persistence.users;

/**
 * What was kept of a password, read, well-formed and of bearable cost: how it was made, and what
 * came out.
 */
sealed interface KeptHash permits Argon2Hash, BcryptHash, Pbkdf2Hash, ScryptHash {

  /** Whether the password comes out the same; takes as long for any other. */
  boolean isOf(String password);

  /**
   * About how long {@link #isOf} takes, in the time that Argon2 takes to pass over a KiB once: a
   * microsecond or less. The factors were measured on one machine and differ on others.
   */
  long work();

  /** What {@link #isOf} holds while it lasts, in KiB. */
  int memoryKib();
}
