package dev.portico.persistence.webhooks;

import dev.portico.application.shared.OwnerGone;
import dev.portico.application.webhooks.port.Webhooks;
import dev.portico.domain.shared.DomainEvent;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.UserId;
import dev.portico.domain.webhooks.Webhook;
import dev.portico.domain.webhooks.WebhookId;
import dev.portico.persistence.shared.PersistenceContext;
import dev.portico.persistence.shared.SealingKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Webhooks as rows, their secrets sealed.
 *
 * <p>Throws {@link dev.portico.persistence.shared.DatabaseUnusable} where a row was sealed with
 * another secret than those of this node.
 */
final class JdbcWebhooks implements Webhooks {

  private final PersistenceContext context;
  private final SealingKey seal;

  JdbcWebhooks(PersistenceContext context, SealingKey seal) {
    this.context = context;
    this.seal = seal;
  }

  @Override
  public boolean addIfRoom(Webhook webhook, int mostOfOwner) {
    return write(rows -> {
      if (!rows.lockOwner(webhook.owner())) {
        throw new OwnerGone("there is no such user");
      }
      return rows.count(webhook.owner()) < mostOfOwner && rows.insert(webhook);
    });
  }

  @Override
  public Optional<Webhook> find(WebhookId id) {
    return read(rows -> rows.find(id));
  }

  @Override
  public Page<Webhook, Webhook.Position> list(UserId owner, PageRequest<Webhook.Position> request) {
    return Page.cut(read(rows -> rows.page(owner, request)), request.limit(), Webhook::position);
  }

  @Override
  public boolean remove(UserId owner, WebhookId id) {
    return write(rows -> rows.delete(owner, id));
  }

  @Override
  public Optional<Change> change(WebhookId id, UnaryOperator<Webhook> change) {
    return write(rows -> {
      var changed = rows.hold(id).map(before -> new Change(before, change.apply(before)));
      return changed.isPresent() && rows.update(changed.get().after()) ? changed : Optional.empty();
    });
  }

  @Override
  public List<WebhookId> subscribersOf(DomainEvent event) {
    return read(rows -> rows.subscribersOf(event));
  }

  /** Seals with the present secret what was sealed with a former one. */
  void sealAnew() {
    var _ = write(WebhookRows::sealAnew);
  }

  private interface Work<T> {
    T on(WebhookRows rows) throws SQLException;
  }

  private <T> T read(Work<T> work) {
    return context.read(session ->
        session.doReturningWork(
            (Connection connection) -> work.on(new WebhookRows(connection, seal))));
  }

  private <T> T write(Work<T> work) {
    return context.write(session ->
        session.doReturningWork(
            (Connection connection) -> work.on(new WebhookRows(connection, seal))));
  }
}
