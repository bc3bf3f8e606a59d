package dev.portico.application.webhooks;

import dev.portico.application.webhooks.port.Deliveries;
import java.time.Duration;
import java.time.InstantSource;

/** Forgets deliveries that are over and long past. */
public final class PurgeDeliveries {

  /** How long they can be looked up and sent again. */
  public static final Duration KEPT = Duration.ofDays(30);

  private static final int AT_ONCE = 1_000;

  private final Deliveries deliveries;
  private final InstantSource time;

  public PurgeDeliveries(Deliveries deliveries, InstantSource time) {
    this.deliveries = deliveries;
    this.time = time;
  }

  /** Now. */
  public record Command() {}

  /** What came of it. */
  public sealed interface Outcome {

    /** {@code more} if there may be more. */
    record Purged(int deliveries, boolean more) implements Outcome {}
  }

  public Outcome handle(Command command) {
    int purged = deliveries.purge(time.instant().minus(KEPT), AT_ONCE);
    return new Outcome.Purged(purged, purged == AT_ONCE);
  }
}
