package dev.portico.persistence.users;

import dev.portico.application.users.port.Users;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.AccountChange;
import dev.portico.domain.users.EmailAddress;
import dev.portico.domain.users.FullName;
import dev.portico.domain.users.PasswordHash;
import dev.portico.domain.users.SignInName;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserFilter;
import dev.portico.domain.users.UserId;
import dev.portico.persistence.shared.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hibernate.query.MutationQuery;

/** Users as rows of one table, unique by the keys of name and address. */
final class JpaUsers implements Users {

  private final PersistenceContext context;
  private final UserPages pages;

  JpaUsers(PersistenceContext context) {
    this.context = context;
    pages = new UserPages(context);
  }

  @Override
  public Addition addIfFree(User user, PasswordHash hash) {
    var row = UserRow.of(user, hash);
    return context.write(session -> UserInsert.addIfFree(session, row));
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
    return context.write(session -> UserHashes.replace(session, id, expected, replacement));
  }

  @Override
  public Page<User, User.Position> listActive(PageRequest<User.Position> request) {
    return pages.active(request);
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
    return context.write(session -> UserHashes.hold(session, id, expected));
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
    return context.write(session -> AdminKeeper.change(session, id, change));
  }

  @Override
  public Removal remove(UserId id) {
    return context.write(session -> AdminKeeper.remove(session, id));
  }

  @Override
  public Appointment addFirstAdmin(User admin, PasswordHash hash) {
    var row = UserRow.of(admin, hash);
    return context.write(session -> AdminKeeper.addFirst(session, row));
  }

  @Override
  public Page<User, User.Position> list(UserFilter filter, PageRequest<User.Position> request) {
    return pages.found(filter, request);
  }

  @Override
  public List<Arrival> addAllIfFree(List<Credentials> users) {
    var rows = users.stream().map(it -> UserRow.of(it.user(), it.hash())).toList();
    return context.write(
        session -> session.doReturningWork(connection -> new UserBatch(connection).add(rows)));
  }

  @Override
  public Page<Credentials, UserId> listAll(PageRequest<UserId> request) {
    return pages.all(request);
  }
}
