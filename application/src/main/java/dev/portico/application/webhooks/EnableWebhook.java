package dev.portico.application.webhooks;

import dev.portico.application.webhooks.port.Webhooks;
import dev.portico.domain.users.UserId;
import dev.portico.domain.webhooks.Webhook;
import dev.portico.domain.webhooks.WebhookId;

/** Has messages sent again to a receiver that was given up, at its owner's word that it is back. */
public final class EnableWebhook {

  private final Webhooks webhooks;

  public EnableWebhook(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  /** Which one, and who wants it. */
  public record Command(UserId owner, WebhookId id) {}

  /** What came of it. */
  public sealed interface Outcome {

    /** It is, and may have been before. */
    record Enabled(Webhook webhook) implements Outcome {}

    /** There is no such webhook, or it is somebody else's: which of the two is not told. */
    record NotFound() implements Outcome {}
  }

  public Outcome handle(Command command) {
    return webhooks
        .change(
            command.id(),
            webhook -> webhook.owner().equals(command.owner()) ? webhook.enabled() : webhook)
        .map(Webhooks.Change::after)
        .filter(webhook -> webhook.owner().equals(command.owner()))
        .<Outcome>map(Outcome.Enabled::new)
        .orElseGet(Outcome.NotFound::new);
  }
}
