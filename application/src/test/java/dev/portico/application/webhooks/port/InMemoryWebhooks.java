package dev.portico.application.webhooks.port;

import dev.portico.application.shared.OwnerGone;
import dev.portico.application.shared.port.InMemoryTable;
import dev.portico.application.shared.port.InMemoryTransactions;
import dev.portico.application.shared.port.NewestFirst;
import dev.portico.application.users.port.Users;
import dev.portico.domain.shared.DomainEvent;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserId;
import dev.portico.domain.webhooks.Webhook;
import dev.portico.domain.webhooks.WebhookId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Webhooks in memory, beside the users whose they are. */
public final class InMemoryWebhooks implements Webhooks {

  private static final NewestFirst<Webhook, Webhook.Position> NEWEST_FIRST =
      new NewestFirst<>(
          Webhook::position, Webhook.Position::createdAt, position -> position.id().value());

  private final InMemoryTable<WebhookId, Webhook> rows;
  private final Users users;

  public InMemoryWebhooks(InMemoryTransactions transactions, Users users) {
    rows = transactions.newTable();
    this.users = users;
  }

  @Override
  public boolean addIfRoom(Webhook webhook, int mostOfOwner) {
    return rows.with(all -> {
      if (users.find(webhook.owner()).isEmpty()) {
        throw new OwnerGone("there is no such user");
      }
      if (all.values().stream().filter(it -> isOf(it, webhook.owner())).count() >= mostOfOwner) {
        return false;
      }
      all.put(webhook.id(), webhook);
      return true;
    });
  }

  private boolean isOf(Webhook webhook, UserId owner) {
    return webhook.owner().equals(owner);
  }

  @Override
  public Optional<Webhook> find(WebhookId id) {
    return rows.with(all -> Optional.ofNullable(all.get(id)).filter(it -> ownerOf(it).isPresent()));
  }

  /** With the owner goes what was the owner's. */
  private Optional<User> ownerOf(Webhook webhook) {
    return users.find(webhook.owner());
  }

  @Override
  public Page<Webhook, Webhook.Position> list(UserId owner, PageRequest<Webhook.Position> request) {
    return rows.with(
        all -> NEWEST_FIRST.page(all.values().stream().filter(it -> isOf(it, owner)), request));
  }

  @Override
  public boolean remove(UserId owner, WebhookId id) {
    return rows.with(
        all -> find(id).filter(it -> isOf(it, owner)).map(it -> all.remove(it.id())).isPresent());
  }

  @Override
  public Optional<Change> change(WebhookId id, UnaryOperator<Webhook> change) {
    return rows.with(all -> {
      var changed = find(id).map(before -> new Change(before, change.apply(before)));
      changed.ifPresent(it -> all.put(id, it.after()));
      return changed;
    });
  }

  @Override
  public List<WebhookId> subscribersOf(DomainEvent event) {
    return rows.with(all ->
        all.values().stream()
            .filter(it -> it.events().contains(event.type()) && it.disabled().isEmpty())
            .filter(it -> ownerOf(it).filter(owner -> hears(it, owner, event)).isPresent())
            .map(Webhook::id)
            .toList());
  }

  private static boolean hears(Webhook webhook, User owner, DomainEvent event) {
    return owner.active()
        && (owner.id().value().equals(event.owner())
            || (webhook.scope() == Webhook.Scope.ALL && owner.isActingAdmin()));
  }
}
