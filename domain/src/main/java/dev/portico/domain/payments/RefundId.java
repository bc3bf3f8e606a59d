package dev.portico.domain.payments;

import dev.portico.domain.shared.Parsed;
import dev.portico.domain.users.UserId;
import java.util.UUID;

/** Names a refund for ever, here and at the gateway: a UUID of version 7 (RFC 9562, 5.7). */
public record RefundId(UUID value) {

  public static Parsed<RefundId> parse(String text) {
    return UserId.parse(text).then(id -> Parsed.accepted(new RefundId(id.value())));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
