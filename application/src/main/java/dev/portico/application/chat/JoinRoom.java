package dev.portico.application.chat;

import dev.portico.application.shared.port.IdGenerator;
import dev.portico.domain.chat.Author;
import dev.portico.domain.chat.RoomName;
import dev.portico.domain.users.Username;
import java.util.Optional;

/** Decides who may come into a room, and by which name. */
public final class JoinRoom {

  private final IdGenerator ids;

  public JoinRoom(IdGenerator ids) {
    this.ids = ids;
  }

  /**
   * Who wants in, and where.
   *
   * @param member the user's name; empty for a guest
   */
  public record Command(RoomName room, Optional<Username> member) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Joined(Author author) implements Outcome {}

    /** Guests are welcome in the lobby and nowhere else. */
    record MembersOnly() implements Outcome {}
  }

  public Outcome handle(Command command) {
    if (command.member().isPresent()) {
      return new Outcome.Joined(Author.member(command.member().get()));
    }
    return command.room().isOpenToGuests()
        ? new Outcome.Joined(Author.guest(ids.next()))
        : new Outcome.MembersOnly();
  }
}
