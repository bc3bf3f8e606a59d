package dev.portico.persistence.users;

import dev.portico.domain.users.PasswordHash;
import dev.portico.domain.users.UserId;
import org.hibernate.StatelessSession;

/** What proves to be a user, apart from the rest of the row. */
final class UserHashes {

  /** Shared, so that sign-ins do not wait for each other. */
  private static final String HOLD =
      "select 1 from users where id = :id and password_hash = :expected for share";

  private UserHashes() {}

  static boolean replace(
      StatelessSession session, UserId id, PasswordHash expected, PasswordHash replacement) {
    return 1
        == session
            .createMutationQuery(
                """
                update UserRow set passwordHash = :replacement
                where id = :id and passwordHash = :expected
                """)
            .setParameter("replacement", replacement.encoded())
            .setParameter("id", id.value())
            .setParameter("expected", expected.encoded())
            .executeUpdate();
  }

  static boolean hold(StatelessSession session, UserId id, PasswordHash expected) {
    return session
        .createNativeQuery(HOLD, Integer.class)
        .setParameter("id", id.value())
        .setParameter("expected", expected.encoded())
        .uniqueResultOptional()
        .isPresent();
  }
}
