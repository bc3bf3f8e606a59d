package dev.portico.persistence.users;

import dev.portico.application.users.port.Users.Addition;
import org.hibernate.StatelessSession;

/** Adds a row if nobody has its name or its address, without a violation where somebody has. */
final class UserInsert {

  /** How often a holder may vanish between being run into and being looked at. */
  private static final int ATTEMPTS = 5;

  private static final String INSERT_IF_FREE =
      """
      insert into UserRow (id, username, usernameKey, email, emailKey, emailVerified, fullName,
        active, roles, createdAt, passwordHash)
      values (:id, :username, :usernameKey, :email, :emailKey, :emailVerified, :fullName,
        :active, :roles, :createdAt, :passwordHash)
      on conflict do nothing
      """;

  private UserInsert() {}

  static Addition addIfFree(StatelessSession session, UserRow row) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (insert(session, row)) {
        return Addition.ADDED;
      }
      if (isHeld(session, "usernameKey", row.usernameKey)) {
        return Addition.USERNAME_HELD;
      }
      if (isHeld(session, "emailKey", row.emailKey)) {
        return Addition.EMAIL_HELD;
      }
    }
    throw new IllegalStateException("neither name nor address is held, and yet no row fits in");
  }

  private static boolean insert(StatelessSession session, UserRow row) {
    return 1
        == session
            .createMutationQuery(INSERT_IF_FREE)
            .setParameter("id", row.id)
            .setParameter("username", row.username)
            .setParameter("usernameKey", row.usernameKey)
            .setParameter("email", row.email)
            .setParameter("emailKey", row.emailKey)
            .setParameter("emailVerified", row.emailVerified)
            .setParameter("fullName", row.fullName, String.class)
            .setParameter("active", row.active)
            .setParameter("roles", row.roles)
            .setParameter("createdAt", row.createdAt)
            .setParameter("passwordHash", row.passwordHash)
            .executeUpdate();
  }

  private static boolean isHeld(StatelessSession session, String attribute, String key) {
    return session
        .createSelectionQuery(
            "select 1 from UserRow where %s = :key".formatted(attribute), Integer.class)
        .setParameter("key", key)
        .uniqueResultOptional()
        .isPresent();
  }
}
