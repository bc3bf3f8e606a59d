package dev.portico.persistence.shared;

import static dev.portico.persistence.shared.Statements.prepare;
import static java.util.Comparator.comparing;

import dev.portico.application.shared.port.TaskQueue.Lease;
import dev.portico.application.shared.port.TaskQueue.Load;
import dev.portico.application.shared.port.TaskQueue.Waiting;
import dev.portico.domain.shared.Task;
import dev.portico.domain.shared.TaskLane;
import dev.portico.domain.shared.TaskState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The statements on the table of tasks. */
final class TaskRows {

  private static final String INSERT =
      """
      insert into tasks (id, kind, lane, payload, due_at, attempts, lease_number, parked)
      values (?, ?, ?, ?, ?, ?, 0, false)
      """;

  /** The inner query is run once, before the update; what it locks, nobody else's can find. */
  private static final String LEASE =
      """
      update tasks
      set attempts = attempts + 1, lease_number = lease_number + 1, leased_until = ?
      where id = (
        select id from tasks
        where lane = ? and not parked and due_at <= ?
          and (leased_until is null or leased_until <= ?)
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

  private static final String LOADS =
      """
      select kind, state, count(*), min(due_at)
      from (
        select kind, due_at,
          case when parked then 'PARKED' when leased_until > ? then 'RUNNING' else 'WAITING' end
            as state
        from tasks) as each_task
      group by kind, state
      """;

  private static final String PARKED =
      """
      select id, kind, payload, due_at, attempts, parked, reason from tasks
      where parked and (due_at, id) < (?, ?)
      order by due_at desc, id desc limit ?
      """;

  private static final String REPLAY =
      """
      update tasks set parked = false, attempts = 0, due_at = ?, leased_until = null
      where id = ? and parked
      """;

  private static final String PURGE =
      """
      delete from tasks where id in (
        select id from tasks where parked and due_at < ? limit ? for update skip locked)
      """;

  /** Behind everything there is. */
  private static final Task.Position END =
      new Task.Position(Instant.parse("9999-12-31T23:59:59Z"), new UUID(-1, -1));

  private final Connection connection;

  TaskRows(Connection connection) {
    this.connection = connection;
  }

  boolean insert(Task task) throws SQLException {
    return changes(
        INSERT,
        task.id(),
        task.kind(),
        task.lane().name(),
        task.payload(),
        task.dueAt(),
        task.attempts());
  }

  /** Leases the first row of a lane that is free. */
  Optional<Lease> lease(TaskLane lane, Instant now, Instant until) throws SQLException {
    try (var statement = prepare(connection, LEASE, until, lane.name(), now, now);
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
    return changes(PUT_OFF, reason, until, lease.task().id(), lease.number());
  }

  boolean park(Lease lease, String reason) throws SQLException {
    return changes(PARK, reason, lease.task().id(), lease.number());
  }

  List<Waiting> list(int limit) throws SQLException {
    return waiting(prepare(connection, LIST, limit));
  }

  List<Load> loads(Instant now) throws SQLException {
    var all = new ArrayList<Load>();
    try (var statement = prepare(connection, LOADS, now);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        var state = TaskState.valueOf(rows.getString(2));
        all.add(new Load(rows.getString(1), state, rows.getLong(3), instant(rows, 4)));
      }
    }
    // Sorted here: the server's order of texts is its own.
    all.sort(comparing(Load::kind).thenComparing(Load::state));
    return List.copyOf(all);
  }

  List<Waiting> parked(Optional<Task.Position> after, int limit) throws SQLException {
    var from = after.orElse(END);
    return waiting(prepare(connection, PARKED, from.dueAt(), from.id(), limit));
  }

  boolean replay(UUID id, Instant now) throws SQLException {
    return changes(REPLAY, now, id);
  }

  boolean discard(UUID id) throws SQLException {
    return changes("delete from tasks where id = ? and parked", id);
  }

  int purgeParked(Instant dueBefore, int atMost) throws SQLException {
    try (var statement = prepare(connection, PURGE, dueBefore, atMost)) {
      return statement.executeUpdate();
    }
  }

  private static List<Waiting> waiting(PreparedStatement query) throws SQLException {
    var all = new ArrayList<Waiting>();
    try (query;
        var rows = query.executeQuery()) {
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

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** Whether the statement changed a row. */
  private boolean changes(String sql, Object... values) throws SQLException {
    try (var statement = prepare(connection, sql, values)) {
      return statement.executeUpdate() == 1;
    }
  }
}
