package dev.portico.persistence.webhooks;

import static dev.portico.persistence.shared.Statements.prepare;

import dev.portico.application.webhooks.port.Deliveries.Lane;
import dev.portico.application.webhooks.port.Deliveries.Lease;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The statements by which due deliveries are taken, two in one transaction. */
final class DueRows {

  /**
   * Goes from webhook to webhook that has anything pending, which the index does in as many steps
   * as there are such webhooks, whatever number of deliveries waits for one.
   */
  private static final String HOLD =
      """
      with recursive waiting (webhook) as (
        (select webhook from webhook_deliveries where state = 'PENDING' order by webhook limit 1)
        union all
        select (
          select d.webhook from webhook_deliveries d
          where d.state = 'PENDING' and d.webhook > waiting.webhook order by d.webhook limit 1)
        from waiting where waiting.webhook is not null)
      select w.id from webhooks w
      join waiting on waiting.webhook = w.id
      cross join lateral (
        select d.due_at from webhook_deliveries d
        where d.webhook = w.id and d.state = 'PENDING' and d.due_at <= ?
          and (d.leased_until is null or d.leased_until <= ?)
        order by d.due_at, d.id limit 1) as first
      where (w.failing_since is not null) = ?
        and ? > (
          select count(*) from webhook_deliveries d
          where d.webhook = w.id and d.state = 'PENDING' and d.leased_until > ?)
      order by first.due_at, w.id limit ?
      for no key update of w skip locked
      """;

  /** Sees what others have taken before the rows of the webhooks were held. */
  private static final String LEASE =
      """
      update webhook_deliveries
      set tries = tries + 1, lease_number = lease_number + 1, leased_until = ?
      where id in (
        select due.id from unnest(?::uuid[]) as w (id)
        cross join lateral (
          select d.id, d.due_at from webhook_deliveries d
          where d.webhook = w.id and d.state = 'PENDING' and d.due_at <= ?
            and (d.leased_until is null or d.leased_until <= ?)
          order by d.due_at, d.id
          limit greatest(0, ? - (
            select count(*) from webhook_deliveries b
            where b.webhook = w.id and b.state = 'PENDING' and b.leased_until > ?))
          for update skip locked) as due
        order by due.due_at, due.id limit ?)
      returning
      """
          + DeliveryRow.COLUMNS;

  private final Connection connection;
  private final Instant now;

  DueRows(Connection connection, Instant now) {
    this.connection = connection;
    this.now = now;
  }

  /** Holds some webhooks of a lane for which something is due; nobody else takes from these. */
  List<UUID> hold(Lane lane, int atMost) throws SQLException {
    var held = new ArrayList<UUID>();
    try (var statement =
            prepare(
                connection, HOLD, now, now, lane == Lane.FAILING, lane.mostAtOnce(), now, atMost);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        held.add(rows.getObject(1, UUID.class));
      }
    }
    return held;
  }

  /** Leases what is due for these webhooks, as far as each has room. */
  List<Lease> lease(List<UUID> webhooks, int mostOfEach, int atMost, Instant until)
      throws SQLException {
    var ids = connection.createArrayOf("uuid", webhooks.toArray());
    var leases = new ArrayList<Lease>();
    try (var statement = prepare(connection, LEASE, until, ids, now, now, mostOfEach, now, atMost);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        leases.add(DeliveryRow.lease(rows));
      }
    }
    return List.copyOf(leases);
  }
}
