package dev.portico.application.users.port;

import dev.portico.application.shared.port.InMemoryTable;
import dev.portico.application.shared.port.InMemoryTransactions;
import dev.portico.application.shared.port.NewestFirst;
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
import java.util.Collection;
import java.util.Comparator;
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
      case SignInName.Nobody _ -> Optional.empty();
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
    return put(id, kept -> new Credentials(kept.user(), hash));
  }

  @Override
  public boolean holdHash(UserId id, PasswordHash expected) {
    return rows.with(all -> all.containsKey(id) && all.get(id).hash().equals(expected));
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

  private boolean changeUser(UserId id, UnaryOperator<User> change) {
    return put(id, kept -> new Credentials(change.apply(kept.user()), kept.hash()));
  }

  private boolean put(UserId id, UnaryOperator<Credentials> change) {
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

  @Override
  public Changing change(UserId id, AccountChange change) {
    return rows.with(all -> {
      var credentials = all.get(id);
      if (credentials == null) {
        return new Changing.Unknown();
      }
      var before = credentials.user();
      var after = change.of(before);
      if (isTheLastAdmin(all.values(), before) && !after.isActingAdmin()) {
        return new Changing.LastAdmin();
      }
      all.put(id, new Credentials(after, credentials.hash()));
      return new Changing.Changed(before, after);
    });
  }

  @Override
  public Removal remove(UserId id) {
    return rows.with(all -> {
      if (!all.containsKey(id)) {
        return Removal.UNKNOWN;
      }
      if (isTheLastAdmin(all.values(), all.get(id).user())) {
        return Removal.LAST_ADMIN;
      }
      all.remove(id);
      return Removal.REMOVED;
    });
  }

  private static boolean isTheLastAdmin(Collection<Credentials> all, User user) {
    return user.isActingAdmin()
        && all.stream().map(Credentials::user).filter(User::isActingAdmin).count() == 1;
  }

  @Override
  public Appointment addFirstAdmin(User admin, PasswordHash hash) {
    return rows.with(all ->
        all.values().stream().anyMatch(row -> row.user().has(Role.ADMIN))
            ? Appointment.ADMIN_THERE
            : switch (addIfFree(admin, hash)) {
              case ADDED -> Appointment.ADDED;
              case USERNAME_HELD -> Appointment.USERNAME_HELD;
              case EMAIL_HELD -> Appointment.EMAIL_HELD;
            });
  }

  @Override
  public Page<User, User.Position> list(UserFilter filter, PageRequest<User.Position> request) {
    return rows.with(all ->
        NEWEST_FIRST.page(
            all.values().stream().map(Credentials::user).filter(filter::admits), request));
  }

  @Override
  public List<Arrival> addAllIfFree(List<Credentials> users) {
    return rows.with(_ -> users.stream().map(this::arrive).toList());
  }

  private Arrival arrive(Credentials arriving) {
    var user = arriving.user();
    var namesake = holder(held -> held.username().key().equals(user.username().key()));
    if (namesake.filter(held -> held.user().email().key().equals(user.email().key())).isPresent()) {
      return Arrival.ALREADY_THERE;
    }
    boolean idHeld = namesake.isEmpty() && find(user.id()).isPresent();
    if (idHeld && holder(held -> held.email().key().equals(user.email().key())).isEmpty()) {
      return Arrival.ID_HELD;
    }
    return switch (addIfFree(user, arriving.hash())) {
      case ADDED -> Arrival.ADDED;
      case USERNAME_HELD -> Arrival.USERNAME_HELD;
      case EMAIL_HELD -> Arrival.EMAIL_HELD;
    };
  }

  @Override
  public Page<Credentials, UserId> listAll(PageRequest<UserId> request) {
    return rows.with(all -> {
      var following =
          all.values().stream()
              .filter(row -> request.after().filter(after -> !isBehind(row, after)).isEmpty())
              .sorted(Comparator.comparing(row -> row.user().id().toString()))
              .limit(request.limit() + 1L)
              .toList();
      return Page.cut(following, request.limit(), row -> row.user().id());
    });
  }

  private static boolean isBehind(Credentials row, UserId after) {
    return row.user().id().toString().compareTo(after.toString()) > 0;
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
