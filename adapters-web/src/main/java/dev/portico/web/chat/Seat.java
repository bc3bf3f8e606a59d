package dev.portico.web.chat;

import dev.portico.domain.chat.Author;
import dev.portico.domain.chat.RoomName;
import dev.portico.web.shared.Authentication.Standing;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.web.socket.WebSocketSession;

/**
 * What a handshake was granted: a room, and the name to speak by there.
 *
 * @param standing the credentials shown; empty for a guest
 */
record Seat(RoomName room, Author author, Optional<Standing> standing) {

  private static final String ATTRIBUTE = Seat.class.getName();

  Map<String, Object> asAttribute() {
    return Map.of(ATTRIBUTE, this);
  }

  static Seat of(WebSocketSession session) {
    return (Seat) Objects.requireNonNull(session.getAttributes().get(ATTRIBUTE));
  }

  /** Whether whoever sits here may stay. */
  boolean holds() {
    return standing.isEmpty() || standing.get().holds();
  }
}
