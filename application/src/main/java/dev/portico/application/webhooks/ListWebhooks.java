package dev.portico.application.webhooks;

import dev.portico.application.webhooks.port.Webhooks;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.UserId;
import dev.portico.domain.webhooks.Webhook;

/** Shows somebody's own webhooks, newest first, a page at a time. */
public final class ListWebhooks {

  private final Webhooks webhooks;

  public ListWebhooks(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  /** Whose, and which page. */
  public record Command(UserId owner, PageRequest<Webhook.Position> page) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Listed(Page<Webhook, Webhook.Position> page) implements Outcome {}
  }

  public Outcome handle(Command command) {
    return new Outcome.Listed(webhooks.list(command.owner(), command.page()));
  }
}
