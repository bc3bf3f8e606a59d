package dev.portico.domain.webhooks;

import dev.portico.domain.shared.Parsed;
import dev.portico.domain.shared.Uuids;
import java.util.UUID;

/** Names a delivery for ever: a UUID of version 7 (RFC 9562, 5.7). */
public record DeliveryId(UUID value) {

  public static Parsed<DeliveryId> parse(String text) {
    return Uuids.parse(text).then(value -> Parsed.accepted(new DeliveryId(value)));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
