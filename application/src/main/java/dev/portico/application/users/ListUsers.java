package dev.portico.application.users;

import dev.portico.application.users.port.Users;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.User;

/** Shows the active users, newest first, a page at a time. */
public final class ListUsers {

  private final Users users;

  public ListUsers(Users users) {
    this.users = users;
  }

  /** Which page. */
  public record Command(PageRequest<User.Position> page) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Listed(Page<User, User.Position> page) implements Outcome {}
  }

  public Outcome handle(Command command) {
    return new Outcome.Listed(users.listActive(command.page()));
  }
}
