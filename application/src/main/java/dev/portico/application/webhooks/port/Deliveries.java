package dev.portico.application.webhooks.port;

import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.webhooks.Attempt;
import dev.portico.domain.webhooks.Delivery;
import dev.portico.domain.webhooks.DeliveryId;
import dev.portico.domain.webhooks.WebhookId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is, or was, on its way to receivers. */
public interface Deliveries {

  /** The receivers of a kind are served apart from the others, so that none waits for them. */
  enum Lane {
    /** Webhooks that are not failing. */
    STEADY(4),
    /** Webhooks that are. */
    FAILING(1);

    private final int mostAtOnce;

    Lane(int mostAtOnce) {
      this.mostAtOnce = mostAtOnce;
    }

    /** How many deliveries of one webhook are under way at once, over all nodes. */
    public int mostAtOnce() {
      return mostAtOnce;
    }
  }

  /**
   * The right to carry a delivery out for a while.
   *
   * <p>It holds until somebody else takes the delivery, which nobody does before its time has run
   * out.
   *
   * @param number grows with each lease of a delivery, so that an old one is told from the present
   *     one
   */
  record Lease(Delivery delivery, long number) {}

  /**
   * A delivery, and every attempt at it.
   *
   * @param attempts the earliest first
   */
  record Shown(Delivery delivery, List<Attempt> attempts) {

    public Shown {
      attempts = List.copyOf(attempts);
    }
  }

  /**
   * Keeps a delivery.
   *
   * <p>Promise: part of the running transaction. Left out where its webhook is gone, or has a
   * delivery of the same event already.
   */
  void add(Delivery delivery);

  /**
   * Takes deliveries that are due and that nobody holds; the tries of each grow by one.
   *
   * <p>Promise: nobody else gets one of them until {@code now} of theirs has reached the end of the
   * lease; from then on it is free again, as if whoever held it had vanished. Of one webhook those
   * due earliest come first, and no more are held at once than its lane allows. May leave those of
   * a webhook that somebody else takes from, or changes, at this moment.
   *
   * <p>Concurrency: of any number of takers at once, over all nodes, no two get one delivery, and
   * none waits for another.
   *
   * @param atMost positive
   * @param lease positive
   */
  List<Lease> takeDue(Lane lane, int atMost, Instant now, Duration lease);

  /**
   * Ends a lease.
   *
   * <p>Promise: {@code true} if the lease still held, and the delivery is now what is said; {@code
   * false}, and nothing changed, if somebody else has taken it since, or it is gone.
   *
   * @param attempt what was tried meanwhile; empty where nothing was
   */
  boolean settle(Lease lease, Optional<Attempt> attempt, Delivery after);

  /**
   * Begins a delivery anew, if it is this webhook's.
   *
   * <p>Promise: it is due from now on, whatever became of it; one that is held at this time stays
   * as it is, since it is under way. What it is then; empty where there is none.
   */
  Optional<Delivery> replay(WebhookId webhook, DeliveryId id, Instant now);

  /**
   * A page of a webhook's deliveries, newest first, the greater id first among those of one
   * instant.
   *
   * <p>Promise: following the pages from the first shows every delivery that was there all the time
   * exactly once, whatever comes meanwhile. Costs the same for every page.
   */
  Page<Shown, Delivery.Position> list(WebhookId webhook, PageRequest<Delivery.Position> request);

  /**
   * Forgets deliveries from before a time that are not pending.
   *
   * @param atMost how many to forget at once
   * @return how many were forgotten
   */
  int purge(Instant before, int atMost);
}
