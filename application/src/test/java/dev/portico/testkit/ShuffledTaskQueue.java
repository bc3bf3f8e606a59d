package dev.portico.testkit;

import dev.portico.application.shared.port.TaskQueue;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.shared.Task;
import dev.portico.domain.shared.TaskLane;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Another queue, which gives out what is due in an order by chance, whatever the lane. */
final class ShuffledTaskQueue implements TaskQueue {

  private final TaskQueue queue;
  private final Random chance;
  private final List<Lease> taken = new ArrayList<>();

  ShuffledTaskQueue(TaskQueue queue, long seed) {
    this.queue = queue;
    chance = new Random(seed);
  }

  @Override
  public Optional<Lease> takeDue(TaskLane asked, Instant now, Duration lease) {
    for (var lane : TaskLane.values()) {
      for (var next = queue.takeDue(lane, now, lease); next.isPresent(); ) {
        taken.add(next.get());
        next = queue.takeDue(lane, now, lease);
      }
    }
    return taken.isEmpty()
        ? Optional.empty()
        : Optional.of(taken.remove(chance.nextInt(taken.size())));
  }

  @Override
  public void add(Task task) {
    queue.add(task);
  }

  @Override
  public boolean finish(Lease lease) {
    return queue.finish(lease);
  }

  @Override
  public boolean putOff(Lease lease, Instant until, String reason) {
    return queue.putOff(lease, until, reason);
  }

  @Override
  public boolean park(Lease lease, String reason) {
    return queue.park(lease, reason);
  }

  @Override
  public List<Waiting> waiting(int limit) {
    return queue.waiting(limit);
  }

  @Override
  public List<Load> loads(Instant now) {
    return queue.loads(now);
  }

  @Override
  public Page<Waiting, Task.Position> parked(PageRequest<Task.Position> request) {
    return queue.parked(request);
  }

  @Override
  public boolean replay(UUID id, Instant now) {
    return queue.replay(id, now);
  }

  @Override
  public boolean discard(UUID id) {
    return queue.discard(id);
  }

  @Override
  public int purgeParked(Instant dueBefore, int atMost) {
    return queue.purgeParked(dueBefore, atMost);
  }
}
