package dev.portico.application.users.port;

import dev.portico.application.shared.port.InMemoryTable;
import dev.portico.application.shared.port.InMemoryTransactions;
import dev.portico.application.shared.port.NewestFirst;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.EmailAddress;
import dev.portico.domain.users.FullName;
import dev.portico.domain.users.PasswordHash;
import dev.portico.domain.users.SignInName;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Users in memory. */
public final class InMemoryUsers implements Users {

  private static final NewestFirst<User, User.Position> NEWEST_FIRST =
      new NewestFirst<>(
          User::position, User.Position::createdAt, position -> position.id().value());

  private final InMemoryTable<UserId, Credentials> rows;

  public InMemoryUsers(InMemoryTransactions transactions) {
    rows = transactions.newTable();
  }

  @Override
  public Addition addIfFree(User user, PasswordHash hash) {
    return rows.with(all -> {
      if (holder(held -> held.username().key().equals(user.username().key())).isPresent()) {
        return Addition.USERNAME_HELD;
      }
      if (holder(held -> held.email().key().equals(user.email().key())).isPresent()) {
        return Addition.EMAIL_HELD;
      }
      all.put(user.id(), new Credentials(user, hash));
      return Addition.ADDED;
    });
  }

  @Override
  public Optional<User> find(UserId id) {
    return rows.with(all -> Optional.ofNullable(all.get(id)).map(Credentials::user));
  }

  @Override
  public Optional<Credentials> credentialsOf(SignInName name) {
    return switch (name) {
      case SignInName.ByUsername(var username) ->
          holder(user -> user.username().key().equals(username.key()));
      case SignInName.ByEmail(var email) -> holder(user -> user.email().key().equals(email.key()));
      case SignInName.Nobody() -> Optional.empty();
    };
  }

  @Override
  public boolean replaceHash(UserId id, PasswordHash expected, PasswordHash replacement) {
    return rows.with(all -> {
      var credentials = all.get(id);
      if (credentials == null || !credentials.hash().equals(expected)) {
        return false;
      }
      all.put(id, new Credentials(credentials.user(), replacement));
      return true;
    });
  }

  @Override
  public Page<User, User.Position> listActive(PageRequest<User.Position> request) {
    return rows.with(all ->
        NEWEST_FIRST.page(
            all.values().stream().map(Credentials::user).filter(User::active), request));
  }

  @Override
  public boolean setHash(UserId id, PasswordHash hash) {
    return change(id, kept -> new Credentials(kept.user(), hash));
  }

  @Override
  public boolean changeFullName(UserId id, Optional<FullName> fullName) {
    return changeUser(id, it -> with(it, it.email(), it.emailVerified(), fullName));
  }

  @Override
  public boolean verifyEmail(UserId id, EmailAddress address) {
    return rows.with(all ->
        find(id).filter(it -> it.email().key().equals(address.key())).isPresent()
            && changeUser(id, it -> with(it, it.email(), true, it.fullName())));
  }

  @Override
  public EmailChange changeEmailIfFree(UserId id, EmailAddress address) {
    return rows.with(all -> {
      if (holder(it -> it.email().key().equals(address.key()) && !it.id().equals(id)).isPresent()) {
        return EmailChange.EMAIL_HELD;
      }
      return changeUser(id, it -> with(it, address, true, it.fullName()))
          ? EmailChange.CHANGED
          : EmailChange.NOBODY;
    });
  }

  @Override
  public boolean remove(UserId id) {
    return rows.with(all -> all.remove(id) != null);
  }

  private boolean changeUser(UserId id, UnaryOperator<User> change) {
    return change(id, kept -> new Credentials(change.apply(kept.user()), kept.hash()));
  }

  private boolean change(UserId id, UnaryOperator<Credentials> change) {
    return rows.with(all -> all.computeIfPresent(id, (_, kept) -> change.apply(kept)) != null);
  }

  private static User with(
      User user, EmailAddress email, boolean verified, Optional<FullName> fullName) {
    return new User(
        user.id(),
        user.username(),
        email,
        verified,
        fullName,
        user.active(),
        user.roles(),
        user.createdAt());
  }

  private Optional<Credentials> holder(Predicate<User> condition) {
    return rows.with(
        all -> all.values().stream().filter(row -> condition.test(row.user())).findFirst());
  }

  /** Every single one, for reports. */
  public List<User> all() {
    return rows.with(all -> all.values().stream().map(Credentials::user).toList());
  }
}
