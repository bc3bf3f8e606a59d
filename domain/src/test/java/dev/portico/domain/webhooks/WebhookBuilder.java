package dev.portico.domain.webhooks;

import dev.portico.domain.shared.DomainEvent;
import dev.portico.domain.users.UserId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Webhooks for tests, each of another id. */
public final class WebhookBuilder {

  private UserId owner = new UserId(new UUID(0x7000L, 1));
  private WebhookUrl url = WebhookUrl.parse("https://hooks.example.com/portico?key=1").orThrow();
  private Set<DomainEvent.Type> events = Set.of(DomainEvent.Type.ITEM_CREATED);
  private Webhook.Scope scope = Webhook.Scope.OWN;
  private Instant createdAt = Instant.parse("2024-01-15T12:00:00Z");

  private WebhookBuilder() {}

  public static WebhookBuilder aWebhook() {
    return new WebhookBuilder();
  }

  /** A secret that everybody knows. */
  public static WebhookSecret secret(int number) {
    byte[] bytes = new byte[WebhookSecret.BYTES];
    bytes[0] = (byte) number;
    return new WebhookSecret(bytes);
  }

  public WebhookBuilder withOwner(UserId other) {
    owner = other;
    return this;
  }

  public WebhookBuilder withUrl(String other) {
    url = WebhookUrl.parse(other).orThrow();
    return this;
  }

  public WebhookBuilder withEvents(DomainEvent.Type... types) {
    events = Set.of(types);
    return this;
  }

  public WebhookBuilder withScope(Webhook.Scope other) {
    scope = other;
    return this;
  }

  public WebhookBuilder createdAt(Instant other) {
    createdAt = other;
    return this;
  }

  public Webhook build() {
    return Webhook.registered(
        new WebhookId(UUID.randomUUID()), owner, url, events, scope, secret(0), createdAt);
  }
}
