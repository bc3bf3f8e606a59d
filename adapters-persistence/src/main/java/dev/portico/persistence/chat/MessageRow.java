package dev.portico.persistence.chat;

import dev.portico.domain.chat.Author;
import dev.portico.domain.chat.ChatMessage;
import dev.portico.domain.chat.KeptMessage;
import dev.portico.domain.chat.MessageText;
import dev.portico.domain.chat.RoomName;
import dev.portico.domain.users.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message as kept. It is found by room and number; its id is for clients. */
@Entity(name = "MessageRow")
@Table(name = "chat_messages")
class MessageRow {

  @Id
  @Column(name = "id")
  UUID id;

  @Column(name = "room")
  String room;

  @Column(name = "number")
  long number;

  @Column(name = "author")
  String author;

  @Column(name = "author_id")
  @Nullable UUID authorId;

  @Column(name = "content")
  String content;

  @Column(name = "sent_at")
  Instant sentAt;

  /** For Hibernate, which fills the fields itself. */
  @SuppressWarnings("NullAway.Init")
  protected MessageRow() {}

  KeptMessage toDomain() {
    return new KeptMessage(
        number,
        new ChatMessage(
            id,
            new RoomName(room),
            new Author(author, Optional.ofNullable(authorId).map(UserId::new)),
            new MessageText(content),
            sentAt));
  }
}
