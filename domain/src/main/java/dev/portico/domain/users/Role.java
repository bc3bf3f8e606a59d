package dev.portico.domain.users;

/** What a user may do beyond what every user may. */
public enum Role {
  /** Sees and changes every account, and reads what happened. */
  ADMIN
}
