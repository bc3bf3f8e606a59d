package dev.portico.application.notifications.port;

import dev.portico.domain.notifications.Subscription;
import dev.portico.domain.notifications.SubscriptionRequest;
import dev.portico.domain.users.EmailAddress;
import java.time.Instant;

/** Who asked to be sent news, and who agreed to it. */
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

  /**
   * Keeps an offer in the place of the one before it for this address, ignoring case.
   *
   * <p>Promise: the former code is good for nothing any more; whoever has agreed already stays
   * subscribed. Offers that are void are kept no longer than they were good for, or a little more.
   *
   * @param now when it is
   */
  void offer(Subscription offer, Instant now);

  /**
   * Takes the agreement to an offer.
   *
   * <p>Promise: {@code true}, and the address is subscribed, if the digest is that of the last code
   * for it, the offer is not void by {@code now}, and the code was not used; {@code false}, and
   * nothing changed, otherwise.
   *
   * <p>Concurrency: of any number at once for one code, over all nodes, one succeeds.
   */
  boolean confirm(String digest, Instant now);

  /** Whether somebody has agreed to be sent news at this address, ignoring case. */
  boolean isSubscribed(EmailAddress email);
}
