package dev.portico.domain.events;

import dev.portico.domain.shared.Parsed;
import dev.portico.domain.shared.Uuids;
import java.util.UUID;

/** Names an event: a UUID of version 7 (RFC 9562, 5.7). */
public record EventId(UUID value) {

  public static Parsed<EventId> parse(String text) {
    return Uuids.parse(text).then(value -> Parsed.accepted(new EventId(value)));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
