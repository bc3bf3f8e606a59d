package dev.portico.domain.users;

import dev.portico.domain.shared.Parsed;
import java.util.Arrays;
import java.util.Locale;

/** What a user may do beyond what every user may. */
public enum Role {
  /** Sees and changes every account, and reads what happened. */
  ADMIN;

  /** How it is written: in lower case. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads a role as it is written. */
  public static Parsed<Role> parse(String text) {
    return Arrays.stream(values())
        .filter(role -> role.text().equals(text))
        .findFirst()
        .map(Parsed::accepted)
        .orElseGet(() -> Parsed.refused("must be the name of a role, such as admin"));
  }
}
