package dev.portico.application.users.port;

import dev.portico.domain.users.Password;

/** The passwords that attackers try first. */
public interface WeakPasswords {

  /**
   * Whether the password is one of them, ignoring case.
   *
   * <p>Promise: answers from memory, asks nobody; at least the three thousand most used ones are
   * known (OWASP ASVS 5.0 V6.2.4).
   *
   * <p>Concurrency: any number of threads at once.
   */
  boolean contain(Password password);
}
