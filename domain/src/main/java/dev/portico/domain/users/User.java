package dev.portico.domain.users;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Someone with an account.
 *
 * <p>A user begins by registering, active from the first moment, under a name and an address that
 * nobody else holds. Deactivated, the user keeps both but can no longer sign in and is no longer
 * shown to others. What proves that someone is the user, the {@link PasswordHash}, is kept beside
 * the user and never in it, so that showing a user cannot show the hash.
 *
 * @param emailVerified whether the user has shown that the address is theirs
 * @param createdAt to the microsecond, which is what the database keeps
 */
public record User(
    UserId id,
    Username username,
    EmailAddress email,
    boolean emailVerified,
    Optional<FullName> fullName,
    boolean active,
    Set<Role> roles,
    Instant createdAt) {

  public User {
    roles = Set.copyOf(roles);
  }

  /** A user who has just registered. */
  public static User registered(
      UserId id,
      Username username,
      EmailAddress email,
      Optional<FullName> fullName,
      Instant createdAt) {
    return new User(id, username, email, false, fullName, true, Set.of(), createdAt);
  }

  /** Whether the user has this role. */
  public boolean has(Role role) {
    return roles.contains(role);
  }

  /** Whether the user is an administrator who can act as one. */
  public boolean isActingAdmin() {
    return active && has(Role.ADMIN);
  }

  /** Where the user stands in the list of all, newest first. */
  public Position position() {
    return new Position(createdAt, id);
  }

  /** A place in the list of users; the id decides between two of the same instant. */
  public record Position(Instant createdAt, UserId id) {}
}
