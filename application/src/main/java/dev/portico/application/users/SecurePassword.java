package dev.portico.application.users;

import dev.portico.application.users.port.PasswordHasher;

/**
 * Hashes a chosen password. A step of its own, because it takes long and may have to wait for its
 * turn: whoever goes on to change something in a transaction does this before it.
 */
public final class SecurePassword {

  private final PasswordHasher hasher;

  public SecurePassword(PasswordHasher hasher) {
    this.hasher = hasher;
  }

  /** Which password. */
  public record Command(NewPassword password) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Secured(SecuredPassword password) implements Outcome {}
  }

  public Outcome handle(Command command) {
    return new Outcome.Secured(new SecuredPassword(hasher.hash(command.password().password())));
  }
}
