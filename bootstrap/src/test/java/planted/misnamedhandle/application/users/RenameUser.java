package planted.misnamedhandle.application.users;

/** Breaks: use cases handle. This one executes. */
public final class RenameUser {

  public record Command(String name) {}

  public sealed interface Outcome {

    record Renamed(String name) implements Outcome {}
  }

  public Outcome execute(Command command) {
    return new Outcome.Renamed(command.name());
  }
}
