package dev.portico.web.chat;

import dev.portico.domain.chat.Author;
import dev.portico.domain.chat.Pace;
import dev.portico.domain.chat.RoomName;
import dev.portico.web.shared.Authentication.Credentials;
import dev.portico.web.shared.ClientAddress;
import java.util.Optional;

/**
 * What a handshake was granted: a room, and the name to speak by there.
 *
 * @param credentials the credentials shown; empty for a guest
 * @param address where it came from
 */
record Seat(
    RoomName room,
    Author author,
    Pace pace,
    Optional<Credentials> credentials,
    ClientAddress address) {

  /** Whether whoever sits here may stay. */
  boolean holds() {
    return credentials.isEmpty() || credentials.get().holds();
  }
}
