package dev.portico.domain.webhooks;

import dev.portico.domain.shared.Parsed;
import dev.portico.domain.shared.Uuids;
import java.util.UUID;

/** Names a webhook for ever: a UUID of version 7 (RFC 9562, 5.7). */
public record WebhookId(UUID value) {

  public static Parsed<WebhookId> parse(String text) {
    return Uuids.parse(text).then(value -> Parsed.accepted(new WebhookId(value)));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
