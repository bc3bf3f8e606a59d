package dev.portico.web.chat;

import dev.portico.domain.chat.Author;
import dev.portico.domain.chat.RoomName;
import dev.portico.web.shared.Authentication.Credentials;
import java.util.Optional;

/**
 * What a handshake was granted: a room, and the name to speak by there.
 *
 * @param credentials the credentials shown; empty for a guest
 */
record Seat(RoomName room, Author author, Optional<Credentials> credentials) {

  /** Whether whoever sits here may stay. */
  boolean holds() {
    return credentials.isEmpty() || credentials.get().holds();
  }
}
