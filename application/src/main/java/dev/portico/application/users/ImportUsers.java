package dev.portico.application.users;

import dev.portico.application.shared.port.IdGenerator;
import dev.portico.application.users.port.PasswordHasher;
import dev.portico.application.users.port.Users;
import dev.portico.application.users.port.Users.Arrival;
import dev.portico.application.users.port.Users.Credentials;
import dev.portico.domain.users.EmailAddress;
import dev.portico.domain.users.FullName;
import dev.portico.domain.users.PasswordHash;
import dev.portico.domain.users.Role;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserId;
import dev.portico.domain.users.Username;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes over users of another system with what it kept of their passwords. They sign in as before,
 * which replaces the hash by one of the present form. Nobody is owed a mail.
 *
 * <p>Importing anyone a second time changes nothing, so that whoever was interrupted begins anew.
 */
public final class ImportUsers {

  private final Users users;
  private final PasswordHasher hasher;
  private final IdGenerator ids;
  private final InstantSource time;

  public ImportUsers(Users users, PasswordHasher hasher, IdGenerator ids, InstantSource time) {
    this.users = users;
    this.hasher = hasher;
    this.ids = ids;
    this.time = time;
  }

  /**
   * A user as the other system knew them.
   *
   * @param id empty for a new one
   * @param createdAt empty for now
   * @param hash {@link PasswordHash#NONE} for someone who has yet to set a password
   */
  public record Candidate(
      Optional<UserId> id,
      Username username,
      EmailAddress email,
      boolean emailVerified,
      Optional<FullName> fullName,
      boolean active,
      Set<Role> roles,
      Optional<Instant> createdAt,
      PasswordHash hash) {}

  /** Who is to come, all together or none of them. */
  public record Command(List<Candidate> users) {

    public Command {
      users = List.copyOf(users);
    }
  }

  /** What came of one of them. */
  public enum Result {
    ADDED,
    /** There is a user of this name and address already, who stays as they are. */
    ALREADY_THERE,
    /** Another user is called that. */
    USERNAME_HELD,
    /** Another user has that address. */
    EMAIL_HELD,
    /** Another user has that id. */
    ID_HELD,
    /** Of no kind that can be verified, damaged, or too dear to compute. */
    HASH_UNREADABLE
  }

  /** What came of it. */
  public sealed interface Outcome {

    /** As many results as users, in their order. */
    record Imported(List<Result> results) implements Outcome {

      public Imported {
        results = List.copyOf(results);
      }
    }
  }

  public Outcome handle(Command command) {
    var readable = command.users().stream().filter(this::isReadable).toList();
    var arrivals = users.addAllIfFree(readable.stream().map(this::credentials).toList()).iterator();
    var results = new ArrayList<Result>();
    for (var candidate : command.users()) {
      results.add(isReadable(candidate) ? result(arrivals.next()) : Result.HASH_UNREADABLE);
    }
    return new Outcome.Imported(results);
  }

  private boolean isReadable(Candidate candidate) {
    return candidate.hash().equals(PasswordHash.NONE) || hasher.canVerify(candidate.hash());
  }

  private Credentials credentials(Candidate candidate) {
    var user =
        new User(
            candidate.id().orElseGet(() -> new UserId(ids.next())),
            candidate.username(),
            candidate.email(),
            candidate.emailVerified(),
            candidate.fullName(),
            candidate.active(),
            candidate.roles(),
            candidate.createdAt().orElseGet(time::instant));
    return new Credentials(user, candidate.hash());
  }

  private static Result result(Arrival arrival) {
    return switch (arrival) {
      case ADDED -> Result.ADDED;
      case ALREADY_THERE -> Result.ALREADY_THERE;
      case USERNAME_HELD -> Result.USERNAME_HELD;
      case EMAIL_HELD -> Result.EMAIL_HELD;
      case ID_HELD -> Result.ID_HELD;
    };
  }
}
