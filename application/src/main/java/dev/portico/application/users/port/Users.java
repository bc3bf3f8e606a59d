package dev.portico.application.users.port;

import dev.portico.domain.shared.CanIgnoreReturnValue;
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

/** All users there are. */
public interface Users {

  /** What came of {@link #addIfFree}. */
  enum Addition {
    ADDED,
    USERNAME_HELD,
    EMAIL_HELD
  }

  /** What came of one user of {@link #addAllIfFree}. */
  enum Arrival {
    ADDED,
    /** Someone with this name and this address is a user already. */
    ALREADY_THERE,
    USERNAME_HELD,
    EMAIL_HELD,
    ID_HELD
  }

  /** A user and what proves to be the user. */
  record Credentials(User user, PasswordHash hash) {}

  /**
   * Adds a user, unless the name or the address is held.
   *
   * <p>Promise: names and addresses stay unique ignoring case; a held one changes nothing. Where
   * both are held the name is reported.
   *
   * <p>Concurrency: of any number of additions at once, over all nodes, with one name or address,
   * exactly one succeeds.
   */
  Addition addIfFree(User user, PasswordHash hash);

  /** The user of this id, active or not; empty where there is none. */
  Optional<User> find(UserId id);

  /** Who signs in under this name, active or not; empty where nobody does. */
  Optional<Credentials> credentialsOf(SignInName name);

  /**
   * Puts one hash in the place of another.
   *
   * <p>Promise: {@code true} if the user's hash was the expected one and is now the replacement;
   * {@code false}, and nothing changed, if it was another one or there is no such user.
   *
   * <p>Concurrency: of two replacements of one hash, one succeeds.
   */
  @CanIgnoreReturnValue
  boolean replaceHash(UserId id, PasswordHash expected, PasswordHash replacement);

  /**
   * A page of the active users, newest first, the greater id first among those of one instant.
   *
   * <p>Promise: following the pages from the first shows every user who was there all the time
   * exactly once, whoever comes or goes meanwhile. Costs the same for every page.
   */
  Page<User, User.Position> listActive(PageRequest<User.Position> request);

  /** What came of {@link #changeEmailIfFree}. */
  enum EmailChange {
    CHANGED,
    EMAIL_HELD,
    NOBODY
  }

  /**
   * Puts a hash in the place of whatever there was.
   *
   * <p>Promise: {@code false} where there is no such user.
   */
  boolean setHash(UserId id, PasswordHash hash);

  /**
   * Whether a user's hash is this one, for whoever is about to let somebody in by it.
   *
   * <p>Promise: where it is, it stays so until the running transaction ends. {@code false} where it
   * is another one, or there is no such user.
   *
   * <p>Concurrency: waits for whoever is about to replace it, and lets them wait; any number may
   * hold one hash at once.
   */
  boolean holdHash(UserId id, PasswordHash expected);

  /**
   * Calls a user otherwise, or by no full name at all.
   *
   * <p>Promise: {@code false} where there is no such user.
   */
  boolean changeFullName(UserId id, Optional<FullName> fullName);

  /**
   * Notes that the user has shown the address to be theirs.
   *
   * <p>Promise: {@code false}, and nothing changed, where the address is not the user's, any more
   * or at all.
   */
  boolean verifyEmail(UserId id, EmailAddress address);

  /**
   * Gives a user another address, which they have shown to be theirs, unless somebody else has it.
   *
   * <p>Promise: addresses stay unique ignoring case; a held one changes nothing, and leaves the
   * running transaction as it was.
   *
   * <p>Concurrency: of any number of users who are given one address at once, or are added with it,
   * over all nodes, one succeeds.
   */
  EmailChange changeEmailIfFree(UserId id, EmailAddress address);

  /** What came of {@link #change}. */
  sealed interface Changing {

    /** It is changed, if there was anything to change. */
    record Changed(User before, User after) implements Changing {}

    /** There is no such user, and nothing changed. */
    record Unknown() implements Changing {}

    /** No active administrator would be left, and nothing changed. */
    record LastAdmin() implements Changing {}
  }

  /**
   * Changes what an administrator may change about an account.
   *
   * <p>Promise: where there was an active administrator, one is left.
   *
   * <p>Concurrency: as if one change came after the other, {@link #remove} among them, over all
   * nodes: two administrators who demote each other at once are not both gone.
   */
  Changing change(UserId id, AccountChange change);

  /** What came of {@link #remove}. */
  enum Removal {
    REMOVED,
    UNKNOWN,
    LAST_ADMIN
  }

  /**
   * Removes a user and all that is only theirs.
   *
   * <p>Promise and concurrency: as {@link #change}.
   */
  Removal remove(UserId id);

  /** What came of {@link #addFirstAdmin}. */
  enum Appointment {
    ADDED,
    ADMIN_THERE,
    USERNAME_HELD,
    EMAIL_HELD
  }

  /**
   * Adds an administrator, unless there is one, active or not, or the name or the address is held.
   *
   * <p>Concurrency: of any number of these at once, over all nodes, one succeeds.
   */
  Appointment addFirstAdmin(User admin, PasswordHash hash);

  /**
   * A page of all users that the filter admits, in the order of {@link #listActive}.
   *
   * <p>Promise: as {@link #listActive}; who is looked for is found by an index.
   */
  Page<User, User.Position> list(UserFilter filter, PageRequest<User.Position> request);

  /**
   * Adds many users at once, as many as are free.
   *
   * <p>Promise: as though they were added one after the other in this order; answers as many
   * arrivals, in the same order. All that are added are there afterwards, or none of them. Whoever
   * has the name and the address of a user already there changes nothing, whatever else differs.
   * Otherwise the name is reported before the address, and that before the id.
   *
   * <p>Concurrency: as {@link #addIfFree}; where two run into each other crosswise, one may throw
   * {@link dev.portico.application.shared.Unavailable} and can be asked again.
   */
  List<Arrival> addAllIfFree(List<Credentials> users);

  /**
   * A page of all users, active or not, with what proves to be each, in the order of their ids as
   * they are written.
   *
   * <p>Promise: following the pages from the first shows every user who was there all the time
   * exactly once. Costs the same for every page.
   */
  Page<Credentials, UserId> listAll(PageRequest<UserId> request);
}
