package dev.portico.application.webhooks;

import dev.portico.application.webhooks.port.Webhooks;
import dev.portico.domain.users.UserId;
import dev.portico.domain.webhooks.Webhook;
import dev.portico.domain.webhooks.WebhookId;

/** Shows a webhook to its owner. */
public final class ViewWebhook {

  private final Webhooks webhooks;

  public ViewWebhook(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  /** Which one, and who wants to see it. */
  public record Command(UserId viewer, WebhookId id) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Found(Webhook webhook) implements Outcome {}

    /** There is no such webhook, or it is somebody else's: which of the two is not told. */
    record NotFound() implements Outcome {}
  }

  public Outcome handle(Command command) {
    return webhooks
        .find(command.id())
        .filter(webhook -> webhook.owner().equals(command.viewer()))
        .<Outcome>map(Outcome.Found::new)
        .orElseGet(Outcome.NotFound::new);
  }
}
