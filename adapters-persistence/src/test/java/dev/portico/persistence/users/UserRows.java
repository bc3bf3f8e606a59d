package dev.portico.persistence.users;

import dev.portico.domain.users.Role;
import dev.portico.domain.users.User;
import dev.portico.persistence.shared.FreshDatabase;
import dev.portico.persistence.shared.RowTypes;
import java.util.stream.Collectors;

/** Users for tests of other features, whose rows refer to them. */
public final class UserRows {

  /** For queries that name users. */
  public static final RowTypes MAPPED = RowTypes.of(UserRow.class);

  private UserRows() {}

  /** Puts a user there whom nobody can sign in as. */
  public static void add(FreshDatabase fresh, User user) {
    fresh.execute(
        """
        insert into users (id, username, username_key, email, email_key, active, roles, created_at,
          password_hash)
        values ('%s', '%s', '%s', '%s', '%s', %s, '{%s}', '%s', '')
        """
            .formatted(
                user.id(),
                user.username().text(),
                user.username().key(),
                user.email().text(),
                user.email().key(),
                user.active(),
                user.roles().stream().map(Role::name).collect(Collectors.joining(",")),
                user.createdAt()));
  }
}
