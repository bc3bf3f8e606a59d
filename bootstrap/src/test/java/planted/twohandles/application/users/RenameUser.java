package planted.twohandles.application.users;

/** Breaks: use cases handle, and do nothing else. */
public final class RenameUser {

  public record Command(String name) {}

  public sealed interface Outcome {

    record Renamed(String name) implements Outcome {}
  }

  public Outcome handle(Command command) {
    return new Outcome.Renamed(command.name());
  }

  public Outcome handle(String name) {
    return handle(new Command(name));
  }
}
