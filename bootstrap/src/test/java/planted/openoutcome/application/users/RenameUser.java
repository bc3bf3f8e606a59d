package planted.openoutcome.application.users;

/** Breaks: use cases answer their outcome. This one is not sealed. */
public final class RenameUser {

  public record Command(String name) {}

  public interface Outcome {

    record Renamed(String name) implements Outcome {}
  }

  public Outcome handle(Command command) {
    return new Outcome.Renamed(command.name());
  }
}
