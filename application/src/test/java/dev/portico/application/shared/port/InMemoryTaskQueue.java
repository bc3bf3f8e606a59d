package dev.portico.application.shared.port;

import static java.util.Comparator.comparing;

import dev.portico.domain.shared.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Tasks in memory. */
public final class InMemoryTaskQueue implements TaskQueue {

  private static final Comparator<Row> EARLIEST_FIRST =
      comparing((Row row) -> row.task().dueAt()).thenComparing(row -> row.task().id().toString());

  /** A task, the number of its last lease and, while it is leased, until when. */
  private record Row(
      Task task,
      long number,
      Optional<Instant> leasedUntil,
      boolean parked,
      Optional<String> reason) {

    boolean isFree(Instant now) {
      return !parked
          && !task.dueAt().isAfter(now)
          && leasedUntil.filter(end -> end.isAfter(now)).isEmpty();
    }

    Row leased(Instant until) {
      return new Row(task.begun(), number + 1, Optional.of(until), false, reason);
    }

    Row givenBack(Task changed, boolean givenUp, String why) {
      return new Row(changed, number, Optional.empty(), givenUp, Optional.of(why));
    }

    boolean isHeldBy(Lease lease) {
      return leasedUntil.isPresent() && number == lease.number();
    }
  }

  private final InMemoryTable<UUID, Row> rows;

  public InMemoryTaskQueue(InMemoryTransactions transactions) {
    rows = transactions.newTable();
  }

  @Override
  public void add(Task task) {
    rows.with(all -> {
      var fresh = new Row(task, 0, Optional.empty(), false, Optional.empty());
      if (all.putIfAbsent(task.id(), fresh) != null) {
        throw new IllegalStateException("added already");
      }
      return true;
    });
  }

  @Override
  public Optional<Lease> takeDue(Instant now, Duration lease) {
    return rows.with(all -> {
      var due = all.values().stream().filter(row -> row.isFree(now)).min(EARLIEST_FIRST);
      return due.map(row -> row.leased(now.plus(lease)))
          .map(row -> {
            all.put(row.task().id(), row);
            return new Lease(row.task(), row.number());
          });
    });
  }

  @Override
  public boolean finish(Lease lease) {
    return change(lease, _ -> Optional.empty());
  }

  @Override
  public boolean putOff(Lease lease, Instant until, String reason) {
    return change(lease, row -> Optional.of(row.givenBack(row.task().dueAt(until), false, reason)));
  }

  @Override
  public boolean park(Lease lease, String reason) {
    return change(lease, row -> Optional.of(row.givenBack(row.task(), true, reason)));
  }

  private boolean change(Lease lease, Function<Row, Optional<Row>> change) {
    return rows.with(all -> {
      var id = lease.task().id();
      var row = all.get(id);
      if (row == null || !row.isHeldBy(lease)) {
        return false;
      }
      change.apply(row).ifPresentOrElse(changed -> all.put(id, changed), () -> all.remove(id));
      return true;
    });
  }

  @Override
  public List<Waiting> waiting(int limit) {
    return rows.with(all ->
        all.values().stream()
            .sorted(EARLIEST_FIRST)
            .limit(limit)
            .map(row -> new Waiting(row.task(), row.parked(), row.reason()))
            .toList());
  }
}
