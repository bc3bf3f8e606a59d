package dev.portico.application.webhooks;

import dev.portico.application.webhooks.port.Deliveries;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Takes deliveries that are due, to be carried out at once, each by {@link DeliverWebhook}. */
public final class TakeDeliveries {

  /** Longer than sending takes, and short enough that another node soon follows a crash. */
  public static final Duration LEASE = Duration.ofSeconds(45);

  private final Deliveries deliveries;
  private final InstantSource time;

  public TakeDeliveries(Deliveries deliveries, InstantSource time) {
    this.deliveries = deliveries;
    this.time = time;
  }

  /** From which lane, and how many can be carried out at once. */
  public record Command(Deliveries.Lane lane, int atMost) {}

  /** What came of it. */
  public sealed interface Outcome {

    /** None of them where nothing is due. */
    record Taken(List<Deliveries.Lease> leases) implements Outcome {}
  }

  public Outcome handle(Command command) {
    return new Outcome.Taken(
        deliveries.takeDue(command.lane(), command.atMost(), time.instant(), LEASE));
  }
}
