package planted.booleanoutcome.application.users;

/** Breaks: use cases answer their outcome. A boolean is easily dropped. */
public final class RenameUser {

  public record Command(String name) {}

  public boolean handle(Command command) {
    return command.name().isEmpty();
  }
}
