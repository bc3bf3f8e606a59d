package dev.portico.application.webhooks;

import dev.portico.application.webhooks.port.Deliveries;
import dev.portico.application.webhooks.port.Webhooks;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.UserId;
import dev.portico.domain.webhooks.Delivery;
import dev.portico.domain.webhooks.WebhookId;

/** Shows a webhook's owner what was sent to it and what came of it, newest first. */
public final class ListDeliveries {

  private final Webhooks webhooks;
  private final Deliveries deliveries;

  public ListDeliveries(Webhooks webhooks, Deliveries deliveries) {
    this.webhooks = webhooks;
    this.deliveries = deliveries;
  }

  /** Of which webhook, which page, and who wants to see it. */
  public record Command(UserId viewer, WebhookId id, PageRequest<Delivery.Position> page) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Listed(Page<Deliveries.Shown, Delivery.Position> page) implements Outcome {}

    /** There is no such webhook, or it is somebody else's: which of the two is not told. */
    record NotFound() implements Outcome {}
  }

  public Outcome handle(Command command) {
    return webhooks
        .find(command.id())
        .filter(webhook -> webhook.owner().equals(command.viewer()))
        .<Outcome>map(webhook -> new Outcome.Listed(deliveries.list(webhook.id(), command.page())))
        .orElseGet(Outcome.NotFound::new);
  }
}
