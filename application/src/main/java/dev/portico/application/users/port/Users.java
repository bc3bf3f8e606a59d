package dev.portico.application.users.port;

import dev.portico.domain.shared.CanIgnoreReturnValue;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.EmailAddress;
import dev.portico.domain.users.FullName;
import dev.portico.domain.users.PasswordHash;
import dev.portico.domain.users.SignInName;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserId;
import java.util.Optional;

/** All users there are. */
public interface Users {

  /** What came of {@link #addIfFree}. */
  enum Addition {
    ADDED,
    USERNAME_HELD,
    EMAIL_HELD
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

  /**
   * Removes a user for good, and all that is kept of them and is theirs alone.
   *
   * <p>Promise: {@code false} where there is no such user. The name and the address are free.
   */
  boolean remove(UserId id);
}
