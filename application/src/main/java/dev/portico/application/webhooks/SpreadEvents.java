package dev.portico.application.webhooks;

import dev.portico.application.shared.port.IdGenerator;
import dev.portico.application.shared.port.Outbox;
import dev.portico.application.shared.port.Transactions;
import dev.portico.application.webhooks.port.Deliveries;
import dev.portico.application.webhooks.port.Webhooks;
import dev.portico.domain.shared.DomainEvent;
import dev.portico.domain.webhooks.Delivery;
import dev.portico.domain.webhooks.DeliveryId;
import java.time.InstantSource;

/**
 * Makes a delivery to each webhook that is to be told, out of each event that has happened: each on
 * its own way from here on, so that no receiver waits for another. A crash leaves the events where
 * they were.
 */
public final class SpreadEvents {

  private static final int AT_ONCE = 100;

  private final Outbox outbox;
  private final Webhooks webhooks;
  private final Deliveries deliveries;
  private final Transactions transactions;
  private final IdGenerator ids;
  private final InstantSource time;

  public SpreadEvents(
      Outbox outbox,
      Webhooks webhooks,
      Deliveries deliveries,
      Transactions transactions,
      IdGenerator ids,
      InstantSource time) {
    this.outbox = outbox;
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.transactions = transactions;
    this.ids = ids;
    this.time = time;
  }

  /** Nothing to choose. */
  public record Command() {}

  /** What came of it. */
  public sealed interface Outcome {

    /** Of some events; there may be more. */
    record Spread(int events, int deliveries) implements Outcome {}

    record NothingHappened() implements Outcome {}
  }

  public Outcome handle(Command command) {
    return transactions.inTransaction(this::spread);
  }

  private Outcome spread() {
    var events = outbox.take(AT_ONCE);
    return events.isEmpty()
        ? new Outcome.NothingHappened()
        : new Outcome.Spread(events.size(), events.stream().mapToInt(this::spread).sum());
  }

  private int spread(DomainEvent event) {
    var subscribers = webhooks.subscribersOf(event);
    for (var webhook : subscribers) {
      deliveries.add(Delivery.owed(new DeliveryId(ids.next()), webhook, event, time.instant()));
    }
    return subscribers.size();
  }
}
