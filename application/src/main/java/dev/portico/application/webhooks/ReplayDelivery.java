package dev.portico.application.webhooks;

import dev.portico.application.webhooks.port.Deliveries;
import dev.portico.application.webhooks.port.Webhooks;
import dev.portico.domain.users.UserId;
import dev.portico.domain.webhooks.Delivery;
import dev.portico.domain.webhooks.DeliveryId;
import dev.portico.domain.webhooks.WebhookId;
import java.time.InstantSource;

/** Has something sent once more, under the same id, whatever came of it before. */
public final class ReplayDelivery {

  private final Webhooks webhooks;
  private final Deliveries deliveries;
  private final InstantSource time;

  public ReplayDelivery(Webhooks webhooks, Deliveries deliveries, InstantSource time) {
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.time = time;
  }

  /** Which delivery of which webhook, and who wants it. */
  public record Command(UserId owner, WebhookId webhook, DeliveryId delivery) {}

  /** What came of it. */
  public sealed interface Outcome {

    /** It is sent in a moment. */
    record Owed(Delivery delivery) implements Outcome {}

    /** Nothing is sent to this webhook until it is enabled. */
    record Disabled() implements Outcome {}

    /** There is no such delivery, or it is somebody else's: which of the two is not told. */
    record NotFound() implements Outcome {}
  }

  public Outcome handle(Command command) {
    var webhook = webhooks.find(command.webhook()).filter(it -> it.owner().equals(command.owner()));
    if (webhook.filter(it -> it.disabled().isPresent()).isPresent()) {
      return new Outcome.Disabled();
    }
    return webhook
        .flatMap(it -> deliveries.replay(it.id(), command.delivery(), time.instant()))
        .<Outcome>map(Outcome.Owed::new)
        .orElseGet(Outcome.NotFound::new);
  }
}
