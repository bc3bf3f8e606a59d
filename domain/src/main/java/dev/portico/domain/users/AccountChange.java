package dev.portico.domain.users;

import java.util.Optional;
import java.util.Set;

/**
 * What an administrator changes about an account; what is empty stays.
 *
 * @param roles all that the user is to have
 */
public record AccountChange(Optional<Boolean> active, Optional<Set<Role>> roles) {

  public AccountChange {
    roles = roles.map(Set::copyOf);
  }

  /** The user afterwards. */
  public User of(User user) {
    return new User(
        user.id(),
        user.username(),
        user.email(),
        user.emailVerified(),
        user.fullName(),
        active.orElse(user.active()),
        roles.orElse(user.roles()),
        user.createdAt());
  }
}
