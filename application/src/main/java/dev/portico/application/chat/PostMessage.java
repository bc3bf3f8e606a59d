package dev.portico.application.chat;

import dev.portico.application.chat.port.Messages;
import dev.portico.application.chat.port.RoomFeed;
import dev.portico.application.shared.port.IdGenerator;
import dev.portico.domain.chat.Author;
import dev.portico.domain.chat.ChatMessage;
import dev.portico.domain.chat.KeptMessage;
import dev.portico.domain.chat.MessageText;
import dev.portico.domain.chat.RoomName;
import java.time.InstantSource;

/**
 * Says something to everyone in a room. It is kept first: what anybody has heard is there to be
 * read again.
 */
public final class PostMessage {

  private final Messages messages;
  private final RoomFeed feed;
  private final IdGenerator ids;
  private final InstantSource time;

  public PostMessage(Messages messages, RoomFeed feed, IdGenerator ids, InstantSource time) {
    this.messages = messages;
    this.feed = feed;
    this.ids = ids;
    this.time = time;
  }

  /** Who says what, and where; the author has joined the room. */
  public record Command(RoomName room, Author author, MessageText content) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Posted(ChatMessage message) implements Outcome {}
  }

  public Outcome handle(Command command) {
    var message =
        new ChatMessage(
            ids.next(), command.room(), command.author(), command.content(), time.instant());
    feed.publish(new KeptMessage(messages.append(message), message));
    return new Outcome.Posted(message);
  }
}
