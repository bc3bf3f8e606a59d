package dev.portico.persistence.webhooks;

import dev.portico.application.webhooks.port.Deliveries;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.webhooks.Attempt;
import dev.portico.domain.webhooks.Delivery;
import dev.portico.domain.webhooks.DeliveryId;
import dev.portico.domain.webhooks.WebhookId;
import dev.portico.persistence.shared.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Deliveries as rows, with their attempts beside them.
 *
 * <p>Whoever takes holds the rows of the webhooks that it takes from, and sees what is held of each
 * only then: so the bound of a webhook is kept over all nodes, and nobody waits.
 */
final class JdbcDeliveries implements Deliveries {

  private final PersistenceContext context;

  JdbcDeliveries(PersistenceContext context) {
    this.context = context;
  }

  @Override
  public void add(Delivery delivery) {
    var _ = write(connection -> new DeliveryRows(connection).insert(delivery));
  }

  @Override
  public List<Lease> takeDue(Lane lane, int atMost, Instant now, Duration lease) {
    return write(connection -> {
      var rows = new DueRows(connection, now);
      var webhooks = rows.hold(lane, atMost);
      return webhooks.isEmpty()
          ? List.of()
          : rows.lease(webhooks, lane.mostAtOnce(), atMost, now.plus(lease));
    });
  }

  @Override
  public boolean settle(Lease lease, Optional<Attempt> attempt, Delivery after) {
    return write(connection -> {
      var rows = new DeliveryRows(connection);
      boolean holds = rows.settle(lease, after);
      if (holds && attempt.isPresent()) {
        rows.insert(lease, attempt.get());
      }
      return holds;
    });
  }

  @Override
  public Optional<Delivery> replay(WebhookId webhook, DeliveryId id, Instant now) {
    return write(connection -> {
      var rows = new DeliveryRows(connection);
      rows.replay(webhook, id, now);
      return rows.find(webhook, id);
    });
  }

  @Override
  public Page<Shown, Delivery.Position> list(
      WebhookId webhook, PageRequest<Delivery.Position> request) {
    var page =
        Page.cut(
            read(connection -> new DeliveryRows(connection).page(webhook, request)),
            request.limit(),
            Delivery::position);
    var attempts = read(connection -> new DeliveryRows(connection).attemptsAt(page.items()));
    return new Page<>(
        page.items().stream()
            .map(it -> new Shown(it, attempts.getOrDefault(it.id(), List.of())))
            .toList(),
        page.next());
  }

  @Override
  public int purge(Instant before, int atMost) {
    return write(connection -> new DeliveryRows(connection).purge(before, atMost));
  }

  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private <T> T read(Work<T> work) {
    return context.read(session -> session.doReturningWork(work::on));
  }

  private <T> T write(Work<T> work) {
    return context.write(session -> session.doReturningWork(work::on));
  }
}
