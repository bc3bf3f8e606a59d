package dev.portico.persistence.shared;

import dev.portico.application.shared.port.TaskQueue;
import dev.portico.domain.shared.Task;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Tasks as rows of one table. Plain JDBC, since {@code skip locked}, by which takers do not wait
 * for each other, and {@code returning} are nothing JPA has a word for.
 */
final class JdbcTaskQueue implements TaskQueue {

  private final PersistenceContext context;

  JdbcTaskQueue(PersistenceContext context) {
    this.context = context;
  }

  @Override
  public void add(Task task) {
    var _ = write(rows -> rows.insert(task));
  }

  @Override
  public Optional<Lease> takeDue(Instant now, Duration lease) {
    return write(rows -> rows.lease(now, now.plus(lease)));
  }

  @Override
  public boolean finish(Lease lease) {
    return write(rows -> rows.delete(lease));
  }

  @Override
  public boolean putOff(Lease lease, Instant until, String reason) {
    return write(rows -> rows.putOff(lease, until, reason));
  }

  @Override
  public boolean park(Lease lease, String reason) {
    return write(rows -> rows.park(lease, reason));
  }

  @Override
  public List<Waiting> waiting(int limit) {
    return context.read(session ->
        session.doReturningWork((Connection connection) -> new TaskRows(connection).list(limit)));
  }

  private interface Work<T> {
    T on(TaskRows rows) throws SQLException;
  }

  private <T> T write(Work<T> work) {
    return context.write(session ->
        session.doReturningWork((Connection connection) -> work.on(new TaskRows(connection))));
  }
}
