package dev.portico.application;

import dev.portico.application.webhooks.DeliverWebhook;
import dev.portico.application.webhooks.SpreadEvents;
import dev.portico.application.webhooks.TakeDeliveries;
import dev.portico.application.webhooks.port.Deliveries.Lane;
import dev.portico.domain.shared.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.List;

/** What the service does about webhooks in the background, done here and now. */
public final class WebhookRounds {

  private static final int MOST = 100;

  private WebhookRounds() {}

  /** Tells all that has happened, and sends all that is due. */
  @CanIgnoreReturnValue
  public static List<DeliverWebhook.Outcome> run(Hexagon hexagon) {
    var outcomes = new ArrayList<DeliverWebhook.Outcome>();
    while (hexagon.spreadEvents().handle(new SpreadEvents.Command())
        instanceof SpreadEvents.Outcome.Spread) {}
    int before;
    do {
      before = outcomes.size();
      for (var lane : Lane.values()) {
        send(hexagon, lane, outcomes);
      }
    } while (outcomes.size() > before);
    return outcomes;
  }

  private static void send(Hexagon hexagon, Lane lane, List<DeliverWebhook.Outcome> outcomes) {
    switch (hexagon.takeDeliveries().handle(new TakeDeliveries.Command(lane, MOST))) {
      case TakeDeliveries.Outcome.Taken(var leases) ->
          leases.forEach(lease ->
              outcomes.add(hexagon.deliverWebhook().handle(new DeliverWebhook.Command(lease))));
    }
  }
}
