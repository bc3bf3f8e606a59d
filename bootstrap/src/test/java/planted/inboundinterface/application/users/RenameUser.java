package planted.inboundinterface.application.users;

/** Does nothing wrong: an outcome is an interface. */
public final class RenameUser {

  public sealed interface Outcome {

    record Renamed(String name) implements Outcome {}
  }
}
