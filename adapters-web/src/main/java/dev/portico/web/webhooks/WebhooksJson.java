package dev.portico.web.webhooks;

import dev.portico.application.shared.RequestKey;
import dev.portico.application.webhooks.RegisterWebhook;
import dev.portico.application.webhooks.port.Deliveries;
import dev.portico.domain.shared.DomainEvent;
import dev.portico.domain.shared.Parsed;
import dev.portico.domain.users.UserId;
import dev.portico.domain.webhooks.Attempt;
import dev.portico.domain.webhooks.Delivery;
import dev.portico.domain.webhooks.Reply;
import dev.portico.domain.webhooks.Webhook;
import dev.portico.domain.webhooks.WebhookUrl;
import dev.portico.web.shared.JsonBody;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Webhooks and deliveries as they look on the wire. */
final class WebhooksJson {

  private WebhooksJson() {}

  /** What its owner sees of a webhook. */
  record WebhookJson(
      String id,
      String url,
      List<String> events,
      String scope,
      boolean enabled,
      @Nullable String disabledReason,
      @Nullable Instant failingSince,
      Instant createdAt) {

    static WebhookJson of(Webhook webhook) {
      return new WebhookJson(
          webhook.id().toString(),
          webhook.url().text(),
          webhook.events().stream().sorted().map(DomainEvent.Type::text).toList(),
          lowerCase(webhook.scope()),
          webhook.disabled().isEmpty(),
          webhook.disabled().map(WebhooksJson::lowerCase).orElse(null),
          webhook.failingSince().orElse(null),
          webhook.createdAt());
    }
  }

  /** The same with its secret, once. */
  record NewWebhookJson(
      String id,
      String url,
      List<String> events,
      String scope,
      boolean enabled,
      Instant createdAt,
      String secret) {

    static NewWebhookJson of(Webhook webhook) {
      var shown = WebhookJson.of(webhook);
      return new NewWebhookJson(
          shown.id(),
          shown.url(),
          shown.events(),
          shown.scope(),
          shown.enabled(),
          shown.createdAt(),
          webhook.secrets().present().reveal());
    }

    @Override
    public String toString() {
      return "NewWebhookJson[" + id + "]";
    }
  }

  /** A secret, once. */
  record SecretJson(String secret) {

    @Override
    public String toString() {
      return "SecretJson[hidden]";
    }
  }

  /** What came of sending a message once. */
  record AttemptJson(
      Instant at, long durationMs, @Nullable Integer status, @Nullable String failure) {

    static AttemptJson of(Attempt attempt) {
      long millis = attempt.took().toMillis();
      return switch (attempt.reply()) {
        case Reply.Answered(var status, _) -> new AttemptJson(attempt.at(), millis, status, null);
        case Reply.Failed(var why) -> new AttemptJson(attempt.at(), millis, null, why.text());
      };
    }
  }

  /** A message on its way to one receiver. */
  record DeliveryJson(
      String id,
      String messageId,
      String type,
      String status,
      @Nullable Instant dueAt,
      Instant createdAt,
      List<AttemptJson> attempts) {

    static DeliveryJson of(Deliveries.Shown shown) {
      var delivery = shown.delivery();
      return new DeliveryJson(
          delivery.id().toString(),
          delivery.messageId(),
          delivery.event().type().text(),
          statusOf(delivery),
          dueAtOf(delivery),
          delivery.createdAt(),
          shown.attempts().stream().map(AttemptJson::of).toList());
    }
  }

  /** A message that is sent in a moment. */
  record OwedJson(String id, String messageId, String status) {

    static OwedJson of(Delivery delivery) {
      return new OwedJson(delivery.id().toString(), delivery.messageId(), statusOf(delivery));
    }
  }

  private static String statusOf(Delivery delivery) {
    return switch (delivery.state()) {
      case Delivery.State.Pending _ -> "pending";
      case Delivery.State.Delivered() -> "delivered";
      case Delivery.State.Dead() -> "dead";
    };
  }

  private static @Nullable Instant dueAtOf(Delivery delivery) {
    return delivery.state() instanceof Delivery.State.Pending(var dueAt) ? dueAt : null;
  }

  private static String lowerCase(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** Reads what is to be registered. */
  static RegisterWebhook.Command registration(
      JsonBody body, UserId owner, Optional<RequestKey> request) {
    var url = body.required("url", WebhookUrl::parse);
    var events = body.requiredTexts("events", DomainEvent.Type::parse);
    var scope = body.optional("scope", WebhooksJson::scope);
    body.check();
    return new RegisterWebhook.Command(
        owner, url.value(), events.value(), scope.value().orElse(Webhook.Scope.OWN), request);
  }

  private static Parsed<Webhook.Scope> scope(String text) {
    return switch (text) {
      case "own" -> Parsed.accepted(Webhook.Scope.OWN);
      case "all" -> Parsed.accepted(Webhook.Scope.ALL);
      default -> Parsed.refused("must be own or all");
    };
  }
}
