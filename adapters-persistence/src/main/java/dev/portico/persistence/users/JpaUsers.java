package dev.portico.persistence.users;

import dev.portico.application.users.port.Users;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.EmailAddress;
import dev.portico.domain.users.FullName;
import dev.portico.domain.users.PasswordHash;
import dev.portico.domain.users.SignInName;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserId;
import dev.portico.persistence.shared.NewestFirst;
import dev.portico.persistence.shared.PersistenceContext;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hibernate.StatelessSession;
import org.hibernate.query.MutationQuery;

/** Users as rows of one table, unique by the keys of name and address. */
final class JpaUsers implements Users {

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

  private final PersistenceContext context;

  JpaUsers(PersistenceContext context) {
    this.context = context;
  }

  @Override
  public Addition addIfFree(User user, PasswordHash hash) {
    var row = UserRow.of(user, hash);
    return context.write(session -> addIfFree(session, row));
  }

  private static Addition addIfFree(StatelessSession session, UserRow row) {
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

  @Override
  public Optional<User> find(UserId id) {
    return context
        .read(session -> Optional.ofNullable(session.get(UserRow.class, id.value())))
        .map(UserRow::toDomain);
  }

  @Override
  public Optional<Credentials> credentialsOf(SignInName name) {
    return switch (name) {
      case SignInName.ByUsername(var username) -> credentials("usernameKey", username.key());
      case SignInName.ByEmail(var email) -> credentials("emailKey", email.key());
      case SignInName.Nobody() -> Optional.empty();
    };
  }

  private Optional<Credentials> credentials(String attribute, String key) {
    return context
        .read(session ->
            session
                .createSelectionQuery(
                    "from UserRow where %s = :key".formatted(attribute), UserRow.class)
                .setParameter("key", key)
                .uniqueResultOptional())
        .map(UserRow::toCredentials);
  }

  @Override
  public boolean replaceHash(UserId id, PasswordHash expected, PasswordHash replacement) {
    return 1
        == context.write(session ->
            session
                .createMutationQuery(
                    """
                    update UserRow set passwordHash = :replacement
                    where id = :id and passwordHash = :expected
                    """)
                .setParameter("replacement", replacement.encoded())
                .setParameter("id", id.value())
                .setParameter("expected", expected.encoded())
                .executeUpdate());
  }

  @Override
  public Page<User, User.Position> listActive(PageRequest<User.Position> request) {
    var query = new NewestFirst<>(UserRow.class).where("active");
    request.after().ifPresent(after -> query.after(after.createdAt(), after.id().value()));
    var rows = context.read(session -> query.list(session, request.limit() + 1));
    return Page.cut(rows.stream().map(UserRow::toDomain).toList(), request.limit(), User::position);
  }

  @Override
  public boolean setHash(UserId id, PasswordHash hash) {
    return isChanged(
        id,
        "update UserRow set passwordHash = :hash where id = :id",
        query -> query.setParameter("hash", hash.encoded()));
  }

  @Override
  public boolean changeFullName(UserId id, Optional<FullName> fullName) {
    return isChanged(
        id,
        "update UserRow set fullName = :name where id = :id",
        query ->
            query.setParameter("name", fullName.map(FullName::text).orElse(null), String.class));
  }

  @Override
  public boolean verifyEmail(UserId id, EmailAddress address) {
    return isChanged(
        id,
        "update UserRow set emailVerified = true where id = :id and emailKey = :key",
        query -> query.setParameter("key", address.key()));
  }

  @Override
  public boolean remove(UserId id) {
    return isChanged(id, "delete from UserRow where id = :id", query -> query);
  }

  private boolean isChanged(UserId id, String statement, UnaryOperator<MutationQuery> parameters) {
    return 1
        == context.write(session ->
            parameters
                .apply(session.createMutationQuery(statement).setParameter("id", id.value()))
                .executeUpdate());
  }

  @Override
  public EmailChange changeEmailIfFree(UserId id, EmailAddress address) {
    return context.write(session ->
        session.doReturningWork(
            connection -> EmailChanges.changeIfFree(connection, id.value(), address)));
  }
}
