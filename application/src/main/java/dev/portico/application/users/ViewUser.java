package dev.portico.application.users;

import dev.portico.application.users.port.Users;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserId;

/** Shows a user, as long as the account is active. */
public final class ViewUser {

  private final Users users;

  public ViewUser(Users users) {
    this.users = users;
  }

  /** Whom to show. */
  public record Command(UserId id) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Found(User user) implements Outcome {}

    /** Nobody has this id, or who has it is deactivated: which of the two is nobody's business. */
    record NotFound() implements Outcome {}
  }

  public Outcome handle(Command command) {
    return users
        .find(command.id())
        .filter(User::active)
        .<Outcome>map(Outcome.Found::new)
        .orElseGet(Outcome.NotFound::new);
  }
}
