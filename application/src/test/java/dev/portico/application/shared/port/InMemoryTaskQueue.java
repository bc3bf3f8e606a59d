package dev.portico.application.shared.port;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.shared.Task;
import dev.portico.domain.shared.TaskLane;
import dev.portico.domain.shared.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tasks in memory. */
public final class InMemoryTaskQueue implements TaskQueue {

  private static final Comparator<Row> EARLIEST_FIRST =
      comparing((Row row) -> row.task().dueAt()).thenComparing(row -> row.task().id().toString());

  private static final NewestFirst<Waiting, Task.Position> LATEST_FIRST =
      new NewestFirst<>(
          waiting -> waiting.task().position(), Task.Position::dueAt, Task.Position::id);

  /** A task, the number of its last lease and, while it is leased, until when. */
  private record Row(
      Task task,
      long number,
      Optional<Instant> leasedUntil,
      boolean parked,
      Optional<String> reason) {

    boolean isFree(TaskLane lane, Instant now) {
      return task.lane() == lane
          && !parked
          && !task.dueAt().isAfter(now)
          && leasedUntil.filter(end -> end.isAfter(now)).isEmpty();
    }

    Row leased(Instant until) {
      return new Row(task.begun(), number + 1, Optional.of(until), false, reason);
    }

    Row givenBack(Task changed, boolean givenUp, String why) {
      return new Row(changed, number, Optional.empty(), givenUp, Optional.of(why));
    }

    Row again(Instant now) {
      var fresh = Task.fresh(task.id(), task.kind(), task.payload(), now);
      return new Row(fresh, number, Optional.empty(), false, reason);
    }

    TaskState state(Instant now) {
      if (parked) {
        return TaskState.PARKED;
      }
      return leasedUntil.filter(end -> end.isAfter(now)).isPresent()
          ? TaskState.RUNNING
          : TaskState.WAITING;
    }

    Waiting waiting() {
      return new Waiting(task, parked, reason);
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
  public Optional<Lease> takeDue(TaskLane lane, Instant now, Duration lease) {
    return rows.with(all -> {
      var due = all.values().stream().filter(row -> row.isFree(lane, now)).min(EARLIEST_FIRST);
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
        all.values().stream().sorted(EARLIEST_FIRST).limit(limit).map(Row::waiting).toList());
  }

  @Override
  public List<Load> loads(Instant now) {
    return rows.with(all ->
        all.values().stream()
            .collect(groupingBy(row -> List.of(row.task().kind(), row.state(now).text())))
            .values()
            .stream()
            .map(alike -> load(alike, now))
            .sorted(comparing(Load::kind).thenComparing(Load::state))
            .toList());
  }

  private static Load load(List<Row> alike, Instant now) {
    var oldest = alike.stream().min(EARLIEST_FIRST).orElseThrow();
    return new Load(oldest.task().kind(), oldest.state(now), alike.size(), oldest.task().dueAt());
  }

  @Override
  public Page<Waiting, Task.Position> parked(PageRequest<Task.Position> request) {
    return rows.with(all ->
        LATEST_FIRST.page(all.values().stream().filter(Row::parked).map(Row::waiting), request));
  }

  @Override
  public boolean replay(UUID id, Instant now) {
    return rows.with(all ->
        isParked(all.get(id)) && all.computeIfPresent(id, (_, row) -> row.again(now)) != null);
  }

  @Override
  public boolean discard(UUID id) {
    return rows.with(all -> isParked(all.get(id)) && all.remove(id) != null);
  }

  private static boolean isParked(@Nullable Row row) {
    return row != null && row.parked();
  }

  @Override
  public int purgeParked(Instant dueBefore, int atMost) {
    return rows.with(all -> {
      var old =
          all.values().stream()
              .filter(row -> row.parked() && row.task().dueAt().isBefore(dueBefore))
              .limit(atMost)
              .map(row -> row.task().id())
              .toList();
      old.forEach(all::remove);
      return old.size();
    });
  }
}
