package dev.portico.application.chat;

import dev.portico.application.chat.port.Messages;
import dev.portico.domain.chat.KeptMessage;
import dev.portico.domain.chat.RoomName;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;

/** Shows what was said in a room to whoever may come into it, the last first, a page at a time. */
public final class ReadMessages {

  private final Messages messages;

  public ReadMessages(Messages messages) {
    this.messages = messages;
  }

  /**
   * Where, and which page.
   *
   * @param member whether a user asks; otherwise it is a guest
   */
  public record Command(RoomName room, boolean member, PageRequest<Long> page) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Listed(Page<KeptMessage, Long> page) implements Outcome {}

    /** Guests read the lobby and no other room. */
    record MembersOnly() implements Outcome {}
  }

  public Outcome handle(Command command) {
    return command.member() || command.room().isOpenToGuests()
        ? new Outcome.Listed(messages.list(command.room(), command.page()))
        : new Outcome.MembersOnly();
  }
}
