package planted.openusecase.application.users;

/** Breaks: use cases are final. */
public class RenameUser {

  public record Command(String name) {}

  public sealed interface Outcome {

    record Renamed(String name) implements Outcome {}
  }

  public Outcome handle(Command command) {
    return new Outcome.Renamed(command.name());
  }
}
