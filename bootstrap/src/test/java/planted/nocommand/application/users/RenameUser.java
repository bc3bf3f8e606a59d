package planted.nocommand.application.users;

/** Breaks: use cases take their command. */
public final class RenameUser {

  public sealed interface Outcome {

    record Renamed(String name) implements Outcome {}
  }

  public Outcome handle(String name) {
    return new Outcome.Renamed(name);
  }
}
