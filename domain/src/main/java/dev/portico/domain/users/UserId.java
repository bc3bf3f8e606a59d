package dev.portico.domain.users;

import dev.portico.domain.shared.Parsed;
import dev.portico.domain.shared.Uuids;
import java.util.UUID;

/** Names a user for ever, whatever the user is called: a UUID of version 7 (RFC 9562, 5.7). */
public record UserId(UUID value) {

  public static Parsed<UserId> parse(String text) {
    return Uuids.parse(text).then(value -> Parsed.accepted(new UserId(value)));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
