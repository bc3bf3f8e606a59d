package dev.portico.application.users.port;

import dev.portico.domain.shared.CanIgnoreReturnValue;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.PasswordHash;
import dev.portico.domain.users.SignInName;
import dev.portico.domain.users.User;
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
