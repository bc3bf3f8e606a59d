package dev.portico.domain.payments;

import dev.portico.domain.shared.Parsed;
import dev.portico.domain.users.UserId;
import java.util.UUID;

/**
 * Names a payment for ever, here and at the gateway: a UUID of version 7 (RFC 9562, section 5.7).
 */
public record PaymentId(UUID value) {

  public static Parsed<PaymentId> parse(String text) {
    return UserId.parse(text).then(id -> Parsed.accepted(new PaymentId(id.value())));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
