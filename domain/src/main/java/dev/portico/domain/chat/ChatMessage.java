package dev.portico.domain.chat;

import java.time.Instant;
import java.util.UUID;

/** Something that was said in a room. It never changes. */
public record ChatMessage(
    UUID id, RoomName room, Author author, MessageText content, Instant sentAt) {}
