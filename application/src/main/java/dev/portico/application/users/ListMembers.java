package dev.portico.application.users;

import dev.portico.application.users.port.Users;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserFilter;

/** Shows an administrator all users, active or not, newest first, a page at a time. */
public final class ListMembers {

  private final Users users;

  public ListMembers(Users users) {
    this.users = users;
  }

  /** Which users, and which page of them. */
  public record Command(UserFilter filter, PageRequest<User.Position> page) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Listed(Page<User, User.Position> page) implements Outcome {}
  }

  public Outcome handle(Command command) {
    return new Outcome.Listed(users.list(command.filter(), command.page()));
  }
}
