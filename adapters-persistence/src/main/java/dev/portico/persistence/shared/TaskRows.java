package dev.portico.persistence.shared;

import dev.portico.application.shared.port.TaskQueue.Lease;
import dev.portico.application.shared.port.TaskQueue.Waiting;
import dev.portico.domain.shared.Task;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The statements on the table of tasks. */
final class TaskRows {

  private static final String INSERT =
      """
      insert into tasks (id, kind, payload, due_at, attempts, lease_number, parked)
      values (?, ?, ?, ?, ?, 0, false)
      """;

  /** The inner query is run once, before the update; what it locks, nobody else's can find. */
  private static final String LEASE =
      """
      update tasks
      set attempts = attempts + 1, lease_number = lease_number + 1, leased_until = ?
      where id = (
        select id from tasks
        where not parked and due_at <= ? and (leased_until is null or leased_until <= ?)
        order by due_at, id limit 1
        for update skip locked)
      returning id, kind, payload, due_at, attempts, lease_number
      """;

  private static final String HELD =
      " where id = ? and lease_number = ? and leased_until is not null";
  private static final String DELETE = "delete from tasks" + HELD;
  private static final String PUT_OFF =
      "update tasks set leased_until = null, reason = ?, due_at = ?" + HELD;
  private static final String PARK =
      "update tasks set leased_until = null, reason = ?, parked = true" + HELD;

  private static final String LIST =
      """
      select id, kind, payload, due_at, attempts, parked, reason from tasks
      order by due_at, id limit ?
      """;

  private final Connection connection;

  TaskRows(Connection connection) {
    this.connection = connection;
  }

  boolean insert(Task task) throws SQLException {
    return changes(
        INSERT, task.id(), task.kind(), task.payload(), atUtc(task.dueAt()), task.attempts());
  }

  /** Leases the first row that is free. */
  Optional<Lease> lease(Instant now, Instant until) throws SQLException {
    try (var statement = prepared(LEASE, atUtc(until), atUtc(now), atUtc(now));
        var rows = statement.executeQuery()) {
      return rows.next()
          ? Optional.of(new Lease(task(rows), rows.getLong("lease_number")))
          : Optional.empty();
    }
  }

  boolean delete(Lease lease) throws SQLException {
    return changes(DELETE, lease.task().id(), lease.number());
  }

  boolean putOff(Lease lease, Instant until, String reason) throws SQLException {
    return changes(PUT_OFF, reason, atUtc(until), lease.task().id(), lease.number());
  }

  boolean park(Lease lease, String reason) throws SQLException {
    return changes(PARK, reason, lease.task().id(), lease.number());
  }

  List<Waiting> list(int limit) throws SQLException {
    var all = new ArrayList<Waiting>();
    try (var statement = prepared(LIST, limit);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        var reason = Optional.ofNullable(rows.getString("reason"));
        all.add(new Waiting(task(rows), rows.getBoolean("parked"), reason));
      }
    }
    return List.copyOf(all);
  }

  private static Task task(ResultSet row) throws SQLException {
    return new Task(
        row.getObject("id", UUID.class),
        row.getString("kind"),
        row.getString("payload"),
        row.getObject("due_at", OffsetDateTime.class).toInstant(),
        row.getInt("attempts"));
  }

  /** Whether the statement changed a row. */
  private boolean changes(String sql, Object... values) throws SQLException {
    try (var statement = prepared(sql, values)) {
      return statement.executeUpdate() == 1;
    }
  }

  private PreparedStatement prepared(String sql, Object... values) throws SQLException {
    var statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private static OffsetDateTime atUtc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
