package dev.portico.application.users;

import dev.portico.domain.users.PasswordHash;

/** What is left of a chosen password once it is hashed: only {@link SecurePassword} makes one. */
public final class SecuredPassword {

  private final PasswordHash hash;

  SecuredPassword(PasswordHash hash) {
    this.hash = hash;
  }

  /** What is kept of the password. */
  public PasswordHash hash() {
    return hash;
  }
}
