package dev.portico.domain.users;

import java.util.Optional;

/**
 * Which users are wanted; what is empty rules nobody out.
 *
 * @param active whether those who are, or those who are not
 */
public record UserFilter(
    Optional<UserSearch> search, Optional<Boolean> active, Optional<Role> role) {

  /** Every user. */
  public static final UserFilter ALL =
      new UserFilter(Optional.empty(), Optional.empty(), Optional.empty());

  /** Those who have a role. */
  public static UserFilter of(Role role) {
    return new UserFilter(Optional.empty(), Optional.empty(), Optional.of(role));
  }

  public boolean admits(User user) {
    return search.filter(wanted -> !wanted.finds(user)).isEmpty()
        && active.filter(wanted -> wanted != user.active()).isEmpty()
        && role.filter(wanted -> !user.has(wanted)).isEmpty();
  }
}
