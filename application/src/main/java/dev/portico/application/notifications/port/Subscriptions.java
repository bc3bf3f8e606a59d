package dev.portico.application.notifications.port;

import dev.portico.domain.notifications.SubscriptionRequest;
import java.time.Instant;

/** Who asked to be sent news. */
public interface Subscriptions {

  /** What came of {@link #requestIfAllowed}. */
  sealed interface Admission {

    /** The request is recorded, and counts from now on. */
    record Granted() implements Admission {}

    /** One too many; nothing changed. */
    record Held(Instant until) implements Admission {}
  }

  /**
   * Records a request, unless it is one too many.
   *
   * <p>Promise: keeps the limits that {@link SubscriptionRequest} sets, for the address ignoring
   * case and for the client; what is held is free again at {@code until}, if nothing else is
   * granted meanwhile. Part of the running transaction; a rollback forgets the request. Requests
   * are kept no longer than they count, or a little more.
   *
   * <p>Concurrency: of any number of requests at once, over all nodes, no more are granted than one
   * after the other would be; those for one address or client wait for each other.
   */
  Admission requestIfAllowed(SubscriptionRequest request);
}
