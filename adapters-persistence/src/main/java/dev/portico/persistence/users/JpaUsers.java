package dev.portico.persistence.users;

import dev.portico.application.users.port.Users;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.AccountChange;
import dev.portico.domain.users.EmailAddress;
import dev.portico.domain.users.FullName;
import dev.portico.domain.users.PasswordHash;
import dev.portico.domain.users.Role;
import dev.portico.domain.users.SignInName;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserFilter;
import dev.portico.domain.users.UserId;
import dev.portico.persistence.shared.NewestFirst;
import dev.portico.persistence.shared.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

  /** Those who are changed beside each other are taken one after the other, in order. */
  private static final String LOCK_ACTING_ADMINS =
      """
      select id from users where active and roles @> '{ADMIN}' order by id for no key update
      """;

  /** Nobody is added meanwhile, and of two who look for an administrator one waits. */
  private static final String LOCK_ALL = "lock table users in share row exclusive mode";

  /** Shared, so that sign-ins do not wait for each other. */
  private static final String HOLD_HASH =
      "select 1 from users where id = :id and password_hash = :expected for share";

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
      case SignInName.Nobody _ -> Optional.empty();
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
  public boolean holdHash(UserId id, PasswordHash expected) {
    return context.write(session ->
        session
            .createNativeQuery(HOLD_HASH, Integer.class)
            .setParameter("id", id.value())
            .setParameter("expected", expected.encoded())
            .uniqueResultOptional()
            .isPresent());
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

  @Override
  public Changing change(UserId id, AccountChange change) {
    return context.write(session -> {
      var admins = lockActingAdmins(session);
      var row = locked(session, id);
      if (row.isEmpty()) {
        return new Changing.Unknown();
      }
      var before = row.get().toDomain();
      var after = change.of(before);
      if (admins.equals(List.of(id.value())) && !after.isActingAdmin()) {
        return new Changing.LastAdmin();
      }
      row.get().change(after);
      session.update(row.get());
      return new Changing.Changed(before, after);
    });
  }

  /** Who is one, once nobody else is about to change that. */
  private static List<UUID> lockActingAdmins(StatelessSession session) {
    return session.createNativeQuery(LOCK_ACTING_ADMINS, UUID.class).list();
  }

  private static Optional<UserRow> locked(StatelessSession session, UserId id) {
    return session
        .createNativeQuery("select * from users where id = :id for no key update", UserRow.class)
        .setParameter("id", id.value())
        .uniqueResultOptional();
  }

  @Override
  public Removal remove(UserId id) {
    return context.write(session -> {
      if (lockActingAdmins(session).equals(List.of(id.value()))) {
        return Removal.LAST_ADMIN;
      }
      int removed =
          session
              .createMutationQuery("delete from UserRow where id = :id")
              .setParameter("id", id.value())
              .executeUpdate();
      return removed == 1 ? Removal.REMOVED : Removal.UNKNOWN;
    });
  }

  @Override
  public Appointment addFirstAdmin(User admin, PasswordHash hash) {
    var first = new PageRequest<User.Position>(1, Optional.empty());
    return context.write(session -> {
      var _ = session.createNativeMutationQuery(LOCK_ALL).executeUpdate();
      if (!list(UserFilter.of(Role.ADMIN), first).items().isEmpty()) {
        return Appointment.ADMIN_THERE;
      }
      return switch (addIfFree(session, UserRow.of(admin, hash))) {
        case ADDED -> Appointment.ADDED;
        case USERNAME_HELD -> Appointment.USERNAME_HELD;
        case EMAIL_HELD -> Appointment.EMAIL_HELD;
      };
    });
  }

  @Override
  public Page<User, User.Position> list(UserFilter filter, PageRequest<User.Position> request) {
    var rows = context.read(session -> MemberQuery.list(session, filter, request));
    return Page.cut(rows.stream().map(UserRow::toDomain).toList(), request.limit(), User::position);
  }

  @Override
  public List<Arrival> addAllIfFree(List<Credentials> users) {
    var rows = users.stream().map(it -> UserRow.of(it.user(), it.hash())).toList();
    return context.write(
        session -> session.doReturningWork(connection -> new UserBatch(connection).add(rows)));
  }

  @Override
  public Page<Credentials, UserId> listAll(PageRequest<UserId> request) {
    var rows = context.read(session -> following(session, request));
    return Page.cut(
        rows.stream().map(UserRow::toCredentials).toList(),
        request.limit(),
        row -> row.user().id());
  }

  private static List<UserRow> following(StatelessSession session, PageRequest<UserId> request) {
    var where = request.after().isPresent() ? "where id > :after " : "";
    var query =
        session.createSelectionQuery("from UserRow " + where + "order by id", UserRow.class);
    request.after().ifPresent(after -> query.setParameter("after", after.value()));
    return query.setMaxResults(request.limit() + 1).list();
  }
}
