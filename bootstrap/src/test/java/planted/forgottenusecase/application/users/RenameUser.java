package planted.forgottenusecase.application.users;

/** Breaks: use cases stand in the hexagon. */
public final class RenameUser {

  public record Command(String name) {}

  public sealed interface Outcome {

    record Renamed(String name) implements Outcome {}
  }

  public Outcome handle(Command command) {
    return new Outcome.Renamed(command.name());
  }
}
