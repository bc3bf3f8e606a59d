package dev.portico.application.users;

import dev.portico.application.users.port.Users;
import dev.portico.application.users.port.Users.Credentials;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.UserId;

/**
 * Hands out all users with what is kept of their passwords, a page at a time, so that {@link
 * ImportUsers} can take them over elsewhere. For whoever runs the service, never for a client.
 */
public final class ExportUsers {

  private final Users users;

  public ExportUsers(Users users) {
    this.users = users;
  }

  /** Which page. */
  public record Command(PageRequest<UserId> page) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Exported(Page<Credentials, UserId> page) implements Outcome {}
  }

  public Outcome handle(Command command) {
    return new Outcome.Exported(users.listAll(command.page()));
  }
}
