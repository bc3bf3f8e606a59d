package dev.portico.application.users;

import dev.portico.application.shared.port.IdGenerator;
import dev.portico.application.users.port.Users;
import dev.portico.domain.users.EmailAddress;
import dev.portico.domain.users.FullName;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserId;
import dev.portico.domain.users.Username;
import java.time.InstantSource;
import java.util.Optional;

/** Gives someone an account. */
public final class RegisterUser {

  private final Users users;
  private final IdGenerator ids;
  private final InstantSource time;

  public RegisterUser(Users users, IdGenerator ids, InstantSource time) {
    this.users = users;
    this.ids = ids;
    this.time = time;
  }

  /** Who wants one. */
  public record Command(
      Username username,
      EmailAddress email,
      Optional<FullName> fullName,
      SecuredPassword password) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Registered(User user) implements Outcome {}

    /** Someone else is called that. */
    record UsernameHeld() implements Outcome {}

    /** Someone else has that address. */
    record EmailHeld() implements Outcome {}
  }

  public Outcome handle(Command command) {
    var user =
        User.registered(
            new UserId(ids.next()),
            command.username(),
            command.email(),
            command.fullName(),
            time.instant());
    return switch (users.addIfFree(user, command.password().hash())) {
      case ADDED -> new Outcome.Registered(user);
      case USERNAME_HELD -> new Outcome.UsernameHeld();
      case EMAIL_HELD -> new Outcome.EmailHeld();
    };
  }
}
