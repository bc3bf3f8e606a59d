package dev.portico.application;

import dev.portico.application.counters.port.Counters;
import dev.portico.application.counters.port.InMemoryCounters;
import dev.portico.application.shared.port.InMemoryTransactions;
import dev.portico.application.users.port.InMemoryUsers;
import dev.portico.application.users.port.Users;
import dev.portico.domain.counters.CounterName;
import dev.portico.domain.counters.Increment;
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
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;

/** Stores that break one promise each, and keep all others. */
final class CarelessStores {

  private CarelessStores() {}

  /** Long enough for others to come in between. */
  static void dawdle() {
    LockSupport.parkNanos(100_000);
  }

  /** Adds what one of its two keys ought to refuse. */
  static final class ForgetfulUsers implements Users {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryUsers first = new InMemoryUsers(transactions);
    private final InMemoryUsers refused = new InMemoryUsers(transactions);
    private final Addition forgotten;

    /**
     * Users without a key.
     *
     * @param forgotten what the key would say
     */
    ForgetfulUsers(Addition forgotten) {
      this.forgotten = forgotten;
    }

    @Override
    public Addition addIfFree(User user, PasswordHash hash) {
      var result = first.addIfFree(user, hash);
      return result == forgotten ? refused.addIfFree(user, hash) : result;
    }

    @Override
    public Optional<User> find(UserId id) {
      return first.find(id).or(() -> refused.find(id));
    }

    @Override
    public Optional<Credentials> credentialsOf(SignInName name) {
      return first.credentialsOf(name).or(() -> refused.credentialsOf(name));
    }

    @Override
    public boolean replaceHash(UserId id, PasswordHash expected, PasswordHash replacement) {
      return first.replaceHash(id, expected, replacement);
    }

    @Override
    public Page<User, User.Position> listActive(PageRequest<User.Position> request) {
      return first.listActive(request);
    }

    @Override
    public boolean setHash(UserId id, PasswordHash hash) {
      return first.setHash(id, hash);
    }

    @Override
    public boolean holdHash(UserId id, PasswordHash expected) {
      return first.holdHash(id, expected);
    }

    @Override
    public boolean changeFullName(UserId id, Optional<FullName> fullName) {
      return first.changeFullName(id, fullName);
    }

    @Override
    public boolean verifyEmail(UserId id, EmailAddress address) {
      return first.verifyEmail(id, address);
    }

    @Override
    public EmailChange changeEmailIfFree(UserId id, EmailAddress address) {
      return first.changeEmailIfFree(id, address);
    }

    @Override
    public Changing change(UserId id, AccountChange change) {
      return first.change(id, change);
    }

    @Override
    public Removal remove(UserId id) {
      return first.remove(id);
    }

    @Override
    public Appointment addFirstAdmin(User admin, PasswordHash hash) {
      return first.addFirstAdmin(admin, hash);
    }

    @Override
    public Page<User, User.Position> list(UserFilter filter, PageRequest<User.Position> request) {
      return first.list(filter, request);
    }

    @Override
    public List<Arrival> addAllIfFree(List<Credentials> users) {
      return first.addAllIfFree(users);
    }

    @Override
    public Page<Credentials, UserId> listAll(PageRequest<UserId> request) {
      return first.listAll(request);
    }
  }

  /** Replaces whatever hash there is. */
  record CarelessUsers(Users whole) implements Users {

    @Override
    public Addition addIfFree(User user, PasswordHash hash) {
      return whole.addIfFree(user, hash);
    }

    @Override
    public Optional<User> find(UserId id) {
      return whole.find(id);
    }

    @Override
    public Optional<Credentials> credentialsOf(SignInName name) {
      return whole.credentialsOf(name);
    }

    @Override
    public boolean replaceHash(UserId id, PasswordHash expected, PasswordHash replacement) {
      return find(id)
          .flatMap(user -> credentialsOf(new SignInName.ByUsername(user.username())))
          .map(present -> whole.replaceHash(id, present.hash(), replacement))
          .orElse(false);
    }

    @Override
    public Page<User, User.Position> listActive(PageRequest<User.Position> request) {
      return whole.listActive(request);
    }

    @Override
    public boolean setHash(UserId id, PasswordHash hash) {
      return whole.setHash(id, hash);
    }

    @Override
    public boolean holdHash(UserId id, PasswordHash expected) {
      return whole.holdHash(id, expected);
    }

    @Override
    public boolean changeFullName(UserId id, Optional<FullName> fullName) {
      return whole.changeFullName(id, fullName);
    }

    @Override
    public boolean verifyEmail(UserId id, EmailAddress address) {
      return whole.verifyEmail(id, address);
    }

    @Override
    public EmailChange changeEmailIfFree(UserId id, EmailAddress address) {
      return whole.changeEmailIfFree(id, address);
    }

    @Override
    public Changing change(UserId id, AccountChange change) {
      return whole.change(id, change);
    }

    @Override
    public Removal remove(UserId id) {
      return whole.remove(id);
    }

    @Override
    public Appointment addFirstAdmin(User admin, PasswordHash hash) {
      return whole.addFirstAdmin(admin, hash);
    }

    @Override
    public Page<User, User.Position> list(UserFilter filter, PageRequest<User.Position> request) {
      return whole.list(filter, request);
    }

    @Override
    public List<Arrival> addAllIfFree(List<Credentials> users) {
      return whole.addAllIfFree(users);
    }

    @Override
    public Page<Credentials, UserId> listAll(PageRequest<UserId> request) {
      return whole.listAll(request);
    }
  }

  /** Reads, adds and writes as if nobody else did. */
  record CarelessCounters(InMemoryCounters whole) implements Counters {

    @Override
    public OptionalLong add(CounterName name, Increment increment) {
      long value = whole.valueOf(name);
      if (value > Long.MAX_VALUE - increment.by()) {
        return OptionalLong.empty();
      }
      dawdle();
      whole.set(name, value + increment.by());
      return OptionalLong.of(value + increment.by());
    }

    @Override
    public long valueOf(CounterName name) {
      return whole.valueOf(name);
    }
  }
}
