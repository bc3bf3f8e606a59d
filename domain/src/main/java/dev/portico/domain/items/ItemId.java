package dev.portico.domain.items;

import dev.portico.domain.shared.Parsed;
import dev.portico.domain.shared.Uuids;
import java.util.UUID;

/** Names an item for ever: a UUID of version 7 (RFC 9562, 5.7). */
public record ItemId(UUID value) {

  public static Parsed<ItemId> parse(String text) {
    return Uuids.parse(text).then(value -> Parsed.accepted(new ItemId(value)));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
