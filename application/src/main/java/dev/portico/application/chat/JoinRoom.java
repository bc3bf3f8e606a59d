package dev.portico.application.chat;

import dev.portico.application.shared.port.IdGenerator;
import dev.portico.domain.chat.Author;
import dev.portico.domain.chat.ChatRule;
import dev.portico.domain.chat.Pace;
import dev.portico.domain.chat.RoomName;
import java.util.Optional;

/** Decides who may come into a room, by which name, and how fast they may speak. */
public final class JoinRoom {

  private final ChatRule rule;
  private final IdGenerator ids;

  public JoinRoom(ChatRule rule, IdGenerator ids) {
    this.rule = rule;
    this.ids = ids;
  }

  /**
   * Who wants in, and where.
   *
   * @param member the user; empty for a guest
   */
  public record Command(RoomName room, Optional<Author> member) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Joined(Author author, Pace pace) implements Outcome {}

    /** Guests are welcome in the lobby and nowhere else. */
    record MembersOnly() implements Outcome {}
  }

  public Outcome handle(Command command) {
    if (command.member().isEmpty() && !command.room().isOpenToGuests()) {
      return new Outcome.MembersOnly();
    }
    var author = command.member().orElseGet(() -> Author.guest(ids.next()));
    return new Outcome.Joined(author, rule.paceOf(author));
  }
}
