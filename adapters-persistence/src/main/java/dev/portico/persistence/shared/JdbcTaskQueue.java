package dev.portico.persistence.shared;

import dev.portico.application.shared.port.TaskQueue;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.shared.Task;
import dev.portico.domain.shared.TaskLane;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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
  public Optional<Lease> takeDue(TaskLane lane, Instant now, Duration lease) {
    return write(rows -> rows.lease(lane, now, now.plus(lease)));
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
    return read(rows -> rows.list(limit));
  }

  @Override
  public List<Load> loads(Instant now) {
    return read(rows -> rows.loads(now));
  }

  @Override
  public Page<Waiting, Task.Position> parked(PageRequest<Task.Position> request) {
    var all = read(rows -> rows.parked(request.after(), request.limit() + 1));
    return Page.cut(all, request.limit(), waiting -> waiting.task().position());
  }

  @Override
  public boolean replay(UUID id, Instant now) {
    return write(rows -> rows.replay(id, now));
  }

  @Override
  public boolean discard(UUID id) {
    return write(rows -> rows.discard(id));
  }

  @Override
  public int purgeParked(Instant dueBefore, int atMost) {
    return write(rows -> rows.purgeParked(dueBefore, atMost));
  }

  private interface Work<T> {
    T on(TaskRows rows) throws SQLException;
  }

  private <T> T read(Work<T> work) {
    return context.read(session ->
        session.doReturningWork((Connection connection) -> work.on(new TaskRows(connection))));
  }

  private <T> T write(Work<T> work) {
    return context.write(session ->
        session.doReturningWork((Connection connection) -> work.on(new TaskRows(connection))));
  }
}
