package dev.portico.application.webhooks.port;

import dev.portico.domain.shared.CanIgnoreReturnValue;
import dev.portico.domain.shared.DomainEvent;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.UserId;
import dev.portico.domain.webhooks.Webhook;
import dev.portico.domain.webhooks.WebhookId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** All webhooks there are. Their secrets rest so that a copy of the store does not show them. */
public interface Webhooks {

  /** What a webhook was, and what it is from now on. */
  record Change(Webhook before, Webhook after) {}

  /**
   * Keeps a webhook, unless its owner has enough of them.
   *
   * <p>Promise: {@code false}, and nothing changed, where the owner has as many as that already.
   *
   * <p>Concurrency: of any number of additions at once, over all nodes, no more succeed than there
   * is room for.
   *
   * @throws dev.portico.application.shared.OwnerGone if there is no such user (any more)
   */
  boolean addIfRoom(Webhook webhook, int mostOfOwner);

  /** The webhook of this id; empty where there is none. */
  Optional<Webhook> find(WebhookId id);

  /**
   * A page of the owner's webhooks, newest first, the greater id first among those of one instant.
   */
  Page<Webhook, Webhook.Position> list(UserId owner, PageRequest<Webhook.Position> request);

  /**
   * Forgets a webhook, and all of its deliveries.
   *
   * <p>Promise: {@code false}, and nothing changed, where there is none, or it is somebody else's.
   */
  boolean remove(UserId owner, WebhookId id);

  /**
   * Changes a webhook.
   *
   * <p>Promise: what it was and is; empty where there is none.
   *
   * <p>Concurrency: as if one change of it came after the other, over all nodes.
   *
   * @param change of anything but id, owner and when it was created; without side effects
   */
  @CanIgnoreReturnValue
  Optional<Change> change(WebhookId id, UnaryOperator<Webhook> change);

  /**
   * Which webhooks are to be told of an event: those that ask for its type, are not disabled, and
   * belong to its owner, or ask for everybody's business and belong to an administrator; of active
   * users only. In no order.
   */
  List<WebhookId> subscribersOf(DomainEvent event);
}
