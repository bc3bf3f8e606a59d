package dev.portico.domain.access;

import dev.portico.domain.shared.Parsed;
import dev.portico.domain.shared.Uuids;
import java.util.UUID;

/** Names a session for ever: a UUID of version 7 (RFC 9562, 5.7). Knowing it opens nothing. */
public record SessionId(UUID value) {

  public static Parsed<SessionId> parse(String text) {
    return Uuids.parse(text).then(value -> Parsed.accepted(new SessionId(value)));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
