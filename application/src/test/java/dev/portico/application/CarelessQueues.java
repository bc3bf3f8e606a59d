package dev.portico.application;

import dev.portico.application.shared.port.TaskQueue;
import dev.portico.application.shared.port.Transactions;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.shared.Task;
import dev.portico.domain.shared.TaskLane;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Queues that break one promise each, and keep all others. */
final class CarelessQueues {

  private CarelessQueues() {}

  /** A queue that still does everything as it should. */
  abstract static class WholeTaskQueue implements TaskQueue {

    final TaskQueue whole;

    WholeTaskQueue(TaskQueue whole) {
      this.whole = whole;
    }

    @Override
    public void add(Task task) {
      whole.add(task);
    }

    @Override
    public Optional<Lease> takeDue(TaskLane lane, Instant now, Duration lease) {
      return whole.takeDue(lane, now, lease);
    }

    @Override
    public boolean finish(Lease lease) {
      return whole.finish(lease);
    }

    @Override
    public boolean putOff(Lease lease, Instant until, String reason) {
      return whole.putOff(lease, until, reason);
    }

    @Override
    public boolean park(Lease lease, String reason) {
      return whole.park(lease, reason);
    }

    @Override
    public List<Waiting> waiting(int limit) {
      return whole.waiting(limit);
    }

    @Override
    public List<Load> loads(Instant now) {
      return whole.loads(now);
    }

    @Override
    public Page<Waiting, Task.Position> parked(PageRequest<Task.Position> request) {
      return whole.parked(request);
    }

    @Override
    public boolean replay(UUID id, Instant now) {
      return whole.replay(id, now);
    }

    @Override
    public boolean discard(UUID id) {
      return whole.discard(id);
    }

    @Override
    public int purgeParked(Instant dueBefore, int atMost) {
      return whole.purgeParked(dueBefore, atMost);
    }
  }

  /** Looks what is due first, and takes it only then. */
  static final class CarelessTaskQueue extends WholeTaskQueue {

    private final Transactions transactions;

    CarelessTaskQueue(TaskQueue whole, Transactions transactions) {
      super(whole);
      this.transactions = transactions;
    }

    @Override
    public Optional<Lease> takeDue(TaskLane lane, Instant now, Duration lease) {
      var seen = look(lane, now, lease);
      CarelessStores.dawdle();
      var _ = whole.takeDue(lane, now, lease);
      return seen;
    }

    private Optional<Lease> look(TaskLane lane, Instant now, Duration lease) {
      try {
        return transactions.inTransaction(() -> {
          throw new Seen(whole.takeDue(lane, now, lease));
        });
      } catch (Seen undone) {
        return undone.lease;
      }
    }

    /** Undoes the taking, and says what was taken. */
    private static final class Seen extends RuntimeException {

      private static final long serialVersionUID = 1L;

      @SuppressWarnings("serial") // serialised by nobody
      private final Optional<Lease> lease;

      Seen(Optional<Lease> lease) {
        this.lease = lease;
      }
    }
  }

  /** Goes by the task alone, whoever holds the lease of it. */
  static final class ForgetfulTaskQueue extends WholeTaskQueue {

    private final Map<UUID, Lease> present = new ConcurrentHashMap<>();

    ForgetfulTaskQueue(TaskQueue whole) {
      super(whole);
    }

    private Lease present(Lease lease) {
      return present.getOrDefault(lease.task().id(), lease);
    }

    @Override
    public Optional<Lease> takeDue(TaskLane lane, Instant now, Duration lease) {
      var taken = whole.takeDue(lane, now, lease);
      taken.ifPresent(it -> present.put(it.task().id(), it));
      return taken;
    }

    @Override
    public boolean finish(Lease lease) {
      return whole.finish(present(lease));
    }

    @Override
    public boolean putOff(Lease lease, Instant until, String reason) {
      return whole.putOff(present(lease), until, reason);
    }

    @Override
    public boolean park(Lease lease, String reason) {
      return whole.park(present(lease), reason);
    }
  }
}
