package dev.portico.persistence.webhooks;

import static dev.portico.persistence.shared.Statements.prepare;

import dev.portico.application.webhooks.port.Deliveries.Lease;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.webhooks.Attempt;
import dev.portico.domain.webhooks.Delivery;
import dev.portico.domain.webhooks.DeliveryId;
import dev.portico.domain.webhooks.Reply;
import dev.portico.domain.webhooks.WebhookId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The other statements on deliveries and their attempts. */
final class DeliveryRows {

  private static final String SELECT =
      "select " + DeliveryRow.COLUMNS + " from webhook_deliveries where webhook = ?";

  /** Nothing where the webhook is gone: whoever removes it is waited for. */
  private static final String INSERT =
      """
      insert into webhook_deliveries
        (id, webhook, event, event_type, event_owner, event_at, event_data, state, due_at, since,
        tries, created_at, lease_number)
      select ?, id, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?, ?, ?, 0 from webhooks where id = ?
      for key share
      on conflict do nothing
      """;

  private static final String SETTLE =
      """
      update webhook_deliveries
      set leased_until = null, state = ?, due_at = ?::timestamptz, tries = ?, since = ?
      where id = ? and lease_number = ? and leased_until is not null
      """;

  private static final String INSERT_ATTEMPT =
      """
      insert into webhook_attempts
        (delivery, number, created_at, took_millis, status, retry_after, failure)
      values (?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String REPLAY =
      """
      update webhook_deliveries
      set leased_until = null, state = 'PENDING', due_at = ?, tries = 0, since = ?
      where webhook = ? and id = ? and (leased_until is null or leased_until <= ?)
      """;

  private static final String ATTEMPTS =
      """
      select delivery, created_at, took_millis, status, retry_after, failure from webhook_attempts
      where delivery = any(?::uuid[]) order by delivery, number
      """;

  private static final String PURGE =
      """
      delete from webhook_deliveries where id in (
        select id from webhook_deliveries where state <> 'PENDING' and created_at < ?
        order by created_at limit ?
        for update skip locked)
      """;

  private final Connection connection;

  DeliveryRows(Connection connection) {
    this.connection = connection;
  }

  int insert(Delivery delivery) throws SQLException {
    var event = delivery.event();
    return change(
        INSERT,
        delivery.id().value(),
        event.id(),
        event.type().name(),
        event.owner(),
        event.at(),
        event.data(),
        DeliveryRow.name(delivery.state()),
        DeliveryRow.dueAt(delivery.state()).orElse(null),
        delivery.since(),
        delivery.tries(),
        delivery.createdAt(),
        delivery.webhook().value());
  }

  boolean settle(Lease lease, Delivery after) throws SQLException {
    return change(
            SETTLE,
            DeliveryRow.name(after.state()),
            DeliveryRow.dueAt(after.state()).orElse(null),
            after.tries(),
            after.since(),
            after.id().value(),
            lease.number())
        == 1;
  }

  /** Leases are numbered on through every replay, and so are attempts. */
  void insert(Lease lease, Attempt attempt) throws SQLException {
    var reply = attempt.reply();
    var _ =
        change(
            INSERT_ATTEMPT,
            lease.delivery().id().value(),
            lease.number(),
            attempt.at(),
            attempt.took().toMillis(),
            reply instanceof Reply.Answered(var status, _) ? status : null,
            reply.pause().map(Duration::toSeconds).orElse(null),
            reply instanceof Reply.Failed(var why) ? why.name() : null);
  }

  void replay(WebhookId webhook, DeliveryId id, Instant now) throws SQLException {
    var _ = change(REPLAY, now, now, webhook.value(), id.value(), now);
  }

  Optional<Delivery> find(WebhookId webhook, DeliveryId id) throws SQLException {
    return list(SELECT + " and id = ?", webhook.value(), id.value()).stream().findFirst();
  }

  List<Delivery> page(WebhookId webhook, PageRequest<Delivery.Position> request)
      throws SQLException {
    var order = " order by created_at desc, id desc limit ?";
    int limit = request.limit() + 1;
    return request.after().isEmpty()
        ? list(SELECT + order, webhook.value(), limit)
        : list(
            SELECT + " and (created_at, id) < (?, ?)" + order,
            webhook.value(),
            request.after().get().createdAt(),
            request.after().get().id().value(),
            limit);
  }

  private List<Delivery> list(String sql, Object... values) throws SQLException {
    var all = new ArrayList<Delivery>();
    try (var statement = prepare(connection, sql, values);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        all.add(DeliveryRow.delivery(rows));
      }
    }
    return all;
  }

  Map<DeliveryId, List<Attempt>> attemptsAt(List<Delivery> deliveries) throws SQLException {
    var all = new HashMap<DeliveryId, List<Attempt>>();
    var ids =
        connection.createArrayOf("uuid", deliveries.stream().map(it -> it.id().value()).toArray());
    try (var statement = prepare(connection, ATTEMPTS, ids);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        all.computeIfAbsent(
                new DeliveryId(rows.getObject("delivery", UUID.class)), _ -> new ArrayList<>())
            .add(attempt(rows));
      }
    }
    return all;
  }

  private static Attempt attempt(ResultSet row) throws SQLException {
    var failure = row.getString("failure");
    var retryAfter =
        Optional.ofNullable(row.getObject("retry_after", Long.class)).map(Duration::ofSeconds);
    return new Attempt(
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        Duration.ofMillis(row.getLong("took_millis")),
        failure == null
            ? new Reply.Answered(row.getInt("status"), retryAfter)
            : new Reply.Failed(Reply.Failure.valueOf(failure)));
  }

  int purge(Instant before, int atMost) throws SQLException {
    return change(PURGE, before, atMost);
  }

  private int change(String sql, @Nullable Object... values) throws SQLException {
    try (var statement = prepare(connection, sql, values)) {
      return statement.executeUpdate();
    }
  }
}
