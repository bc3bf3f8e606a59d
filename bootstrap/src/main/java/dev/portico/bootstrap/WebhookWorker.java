package dev.portico.bootstrap;

import dev.portico.application.Hexagon;
import dev.portico.application.shared.Unavailable;
import dev.portico.application.webhooks.DeliverWebhook;
import dev.portico.application.webhooks.SpreadEvents;
import dev.portico.application.webhooks.TakeDeliveries;
import dev.portico.application.webhooks.port.Deliveries.Lane;
import dev.portico.application.webhooks.port.Deliveries.Lease;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells webhooks what happens, beside the other tasks, until it is closed.
 *
 * <p>One thread makes deliveries of what has happened. Each lane has a thread that takes what is
 * due, as far as there is room, and a virtual thread for each delivery under way; the lanes have
 * rooms of their own, so that receivers that answer wait for none that do not. Any number of nodes
 * may do so at once.
 */
final class WebhookWorker implements AutoCloseable {

  /** Enough for thirty receivers to begin to hang at one time. */
  private static final int STEADY_ROOM = 128;

  private static final int FAILING_ROOM = 64;

  /** How long those under way may go on after {@link #close}; their leases outlive the rest. */
  private static final Duration LAST_DELIVERIES = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(WebhookWorker.class);

  private final Hexagon hexagon;
  private final Duration pause;
  private final List<Rounds> loops = new ArrayList<>();
  private final List<Room> rooms = new ArrayList<>();

  private WebhookWorker(Hexagon hexagon, Duration pause) {
    this.hexagon = hexagon;
    this.pause = pause;
  }

  /**
   * Begins.
   *
   * @param pause how long to look away when there is nothing to do
   */
  static WebhookWorker start(Hexagon hexagon, Duration pause) {
    var worker = new WebhookWorker(hexagon, pause);
    worker.loops.add(Rounds.start("webhook-events", pause, worker::spread));
    worker.serve(Lane.STEADY, STEADY_ROOM);
    worker.serve(Lane.FAILING, FAILING_ROOM);
    return worker;
  }

  private void serve(Lane lane, int size) {
    var room = new Room(size);
    rooms.add(room);
    loops.add(Rounds.start("webhooks-" + lane.name(), pause, () -> take(lane, room)));
  }

  private boolean spread() {
    return switch (hexagon.spreadEvents().handle(new SpreadEvents.Command())) {
      case SpreadEvents.Outcome.Spread _ -> true;
      case SpreadEvents.Outcome.NothingHappened() -> false;
    };
  }

  /** Waits for a place, and where nothing is due, until it may be otherwise. */
  private boolean take(Lane lane, Room room) throws InterruptedException {
    var command = new TakeDeliveries.Command(lane, room.awaitPlaces());
    var leases =
        switch (hexagon.takeDeliveries().handle(command)) {
          case TakeDeliveries.Outcome.Taken(var taken) -> taken;
        };
    leases.forEach(lease -> room.enter(() -> deliver(lease)));
    if (leases.isEmpty()) {
      // Whoever leaves makes room for another of the same webhook.
      room.awaitLeaving(pause);
    }
    return true;
  }

  private void deliver(Lease lease) {
    try {
      switch (hexagon.deliverWebhook().handle(new DeliverWebhook.Command(lease))) {
        case DeliverWebhook.Outcome.Attempted(var attempt, var after) ->
            LOG.debug("{} to {}: {}", after.id(), after.webhook(), attempt.reply());
        case DeliverWebhook.Outcome.NobodyToTell() ->
            LOG.debug("{} is over", lease.delivery().id());
      }
    } catch (Unavailable away) {
      LOG.warn("What came of a delivery is not known: {}", away.getMessage());
    } catch (RuntimeException failure) {
      LOG.error("A delivery failed", failure);
    }
  }

  /** Begins no other delivery, and waits a while for those under way. */
  @Override
  public void close() {
    loops.forEach(Rounds::stop);
    loops.forEach(Rounds::close);
    long end = System.nanoTime() + LAST_DELIVERIES.toNanos();
    rooms.forEach(room -> room.awaitEmpty(end - System.nanoTime()));
  }
}
