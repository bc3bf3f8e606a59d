package dev.portico.application.users.port;

import dev.portico.domain.users.Password;
import java.util.Locale;
import java.util.Set;

/** A handful of weak passwords. */
public final class InMemoryWeakPasswords implements WeakPasswords {

  private static final Set<String> LISTED = Set.of("password", "password1", "12345678", "iloveyou");

  @Override
  public boolean contain(Password password) {
    return LISTED.contains(password.reveal().toLowerCase(Locale.ROOT));
  }
}
