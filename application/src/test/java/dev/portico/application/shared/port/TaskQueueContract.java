package dev.portico.application.shared.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.shared.port.TaskQueue.Lease;
import dev.portico.application.shared.port.TaskQueue.Load;
import dev.portico.application.shared.port.TaskQueue.Waiting;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.shared.Task;
import dev.portico.domain.shared.TaskLane;
import dev.portico.domain.shared.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every queue of tasks promises. A fresh, empty queue for each test. */
public abstract class TaskQueueContract {

  private static final Instant NOON = Instant.parse("2024-01-15T12:00:00.123456Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  protected abstract TaskQueue queue();

  protected abstract Transactions transactions();

  private static Task task(long number, Instant dueAt) {
    return Task.fresh(new UUID(0x7000L, number), "welcome-mail", "payload é 🦊", dueAt);
  }

  private Task added(long number, Instant dueAt) {
    var task = task(number, dueAt);
    queue().add(task);
    return task;
  }

  private Lease take(Instant now) {
    return queue().takeDue(TaskLane.MAIL, now, MINUTE).orElseThrow();
  }

  private void assertNothingDue(Instant now) {
    assertThat(queue().takeDue(TaskLane.MAIL, now, MINUTE)).isEmpty();
  }

  @Test
  void givesATaskAsAddedAndBegun() {
    var task = added(1, NOON);

    assertThat(take(NOON).task()).isEqualTo(task.begun());
  }

  @Test
  void hasNothingDueWhereNothingIs() {
    assertNothingDue(NOON);
    assertThat(queue().waiting(10)).isEmpty();
  }

  @Test
  void givesATaskFromTheInstantItIsDue() {
    var _ = added(1, NOON);

    assertNothingDue(NOON.minusNanos(1_000));
    assertThat(queue().takeDue(TaskLane.MAIL, NOON, MINUTE)).isPresent();
  }

  @Test
  void givesTheOneDueForLongestFirst() {
    var late = added(1, NOON);
    var early = added(2, NOON.minusSeconds(1));

    assertThat(take(NOON).task().id()).isEqualTo(early.id());
    assertThat(take(NOON).task().id()).isEqualTo(late.id());
    assertNothingDue(NOON);
  }

  @Test
  void givesTheLesserIdFirstOfOneInstant() {
    // Lesser as a UUID is compared byte by byte, though its second half is a negative long.
    var high = added(-5, NOON);
    var low = added(5, NOON);

    assertThat(take(NOON).task().id()).isEqualTo(low.id());
    assertThat(take(NOON).task().id()).isEqualTo(high.id());
  }

  @Test
  void keepsPayloadsOfFullLength() {
    var payload = "é".repeat(Task.MAX_PAYLOAD_BYTES / 2);
    queue().add(Task.fresh(new UUID(1, 1), "k-mail", payload, NOON));

    assertThat(take(NOON).task().payload()).isEqualTo(payload);
  }

  @Test
  void refusesAnIdThatIsThere() {
    var task = added(1, NOON);

    assertThatThrownBy(() -> queue().add(task)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void givesOfEachLaneTheOneDueForLongest() {
    var _ = added(1, NOON.minusSeconds(3));
    var later = Task.fresh(new UUID(2, 1), "settle-payment", "", NOON.minusSeconds(1));
    var payment = Task.fresh(new UUID(2, 2), "settle-refund", "", NOON.minusSeconds(2));
    var other = Task.fresh(new UUID(2, 3), "note", "", NOON);
    List.of(later, payment, other).forEach(queue()::add);

    assertThat(queue().takeDue(TaskLane.PAYMENTS, NOON, MINUTE).orElseThrow().task())
        .isEqualTo(payment.begun());
    assertThat(queue().takeDue(TaskLane.OTHER, NOON, MINUTE).orElseThrow().task())
        .isEqualTo(other.begun());
    assertThat(queue().takeDue(TaskLane.OTHER, NOON, MINUTE)).isEmpty();
    assertThat(take(NOON).task().kind()).isEqualTo("welcome-mail");
    assertNothingDue(NOON);
  }

  @Test
  void keepsTheLaneOfWhatIsPutOffAndReplayed() {
    queue().add(Task.fresh(new UUID(2, 1), "settle-payment", "", NOON));
    var lane = TaskLane.PAYMENTS;
    var first = queue().takeDue(lane, NOON, MINUTE).orElseThrow();
    assertThat(queue().putOff(first, NOON, "no answer")).isTrue();
    var second = queue().takeDue(lane, NOON, MINUTE).orElseThrow();
    assertThat(queue().park(second, "no answer")).isTrue();
    assertThat(queue().replay(second.task().id(), NOON)).isTrue();

    assertNothingDue(NOON);
    assertThat(queue().takeDue(lane, NOON, MINUTE)).isPresent();
  }

  @Test
  void holdsATaskBackWhileItIsLeased() {
    var _ = added(1, NOON);
    var _ = take(NOON);

    assertNothingDue(NOON.plus(MINUTE).minusNanos(1_000));
  }

  @Test
  void freesATaskWhoseLeaseRanOut() {
    var task = added(1, NOON);
    var first = take(NOON);
    var second = take(NOON.plus(MINUTE));

    assertThat(second.task()).isEqualTo(task.begun().begun());
    assertThat(second.number()).isGreaterThan(first.number());
  }

  @Test
  void passesOverAHeldOneForTheNext() {
    var _ = added(1, NOON.minusSeconds(1));
    var next = added(2, NOON);
    var _ = take(NOON);

    assertThat(take(NOON).task().id()).isEqualTo(next.id());
  }

  @Test
  void forgetsAFinishedTask() {
    var _ = added(1, NOON);

    assertThat(queue().finish(take(NOON))).isTrue();

    assertNothingDue(NOON.plus(Duration.ofDays(1)));
    assertThat(queue().waiting(10)).isEmpty();
  }

  @Test
  void endsALeaseOnce() {
    var _ = added(1, NOON);
    var lease = take(NOON);

    assertThat(queue().putOff(lease, NOON, "first")).isTrue();

    assertThat(queue().finish(lease)).isFalse();
    assertThat(queue().putOff(lease, NOON, "again")).isFalse();
    assertThat(queue().park(lease, "again")).isFalse();
    assertThat(queue().waiting(1).getFirst().reason()).contains("first");
  }

  @Test
  void refusesALeaseThatAnotherFollowed() {
    var _ = added(1, NOON);
    var old = take(NOON);
    var present = take(NOON.plus(MINUTE));

    assertThat(queue().finish(old)).isFalse();
    assertThat(queue().putOff(old, NOON, "late")).isFalse();
    assertThat(queue().park(old, "late")).isFalse();
    assertThat(queue().finish(present)).isTrue();
  }

  @Test
  void refusesToEndWhatIsGone() {
    var _ = added(1, NOON);
    var lease = take(NOON);
    assertThat(queue().finish(lease)).isTrue();

    assertThat(queue().finish(lease)).isFalse();
    assertThat(queue().putOff(lease, NOON, "late")).isFalse();
    assertThat(queue().park(lease, "late")).isFalse();
  }

  @Test
  void givesATaskPutOffOnceItIsDueAgain() {
    var task = added(1, NOON);
    var until = NOON.plusSeconds(30);

    assertThat(queue().putOff(take(NOON), until, "no answer")).isTrue();

    assertNothingDue(until.minusNanos(1_000));
    assertThat(take(until).task()).isEqualTo(task.begun().dueAt(until).begun());
  }

  @Test
  void keepsAParkedTaskAndGivesItToNobody() {
    var task = added(1, NOON);

    assertThat(queue().park(take(NOON), "given up")).isTrue();

    assertNothingDue(NOON.plus(Duration.ofDays(99)));
    assertThat(queue().waiting(10))
        .containsExactly(new Waiting(task.begun(), true, Optional.of("given up")));
  }

  @Test
  void listsWhatWaitsEarliestFirst() {
    var late = added(1, NOON.plusSeconds(2));
    var held = added(2, NOON);
    var soon = added(3, NOON.plusSeconds(1));
    var _ = take(NOON);

    assertThat(queue().waiting(10))
        .containsExactly(
            new Waiting(held.begun(), false, Optional.empty()),
            new Waiting(soon, false, Optional.empty()),
            new Waiting(late, false, Optional.empty()));
    assertThat(queue().waiting(2)).hasSize(2);
  }

  @Test
  void tellsWhyATaskWasPutOff() {
    var task = added(1, NOON);
    assertThat(queue().putOff(take(NOON), NOON.plusSeconds(1), "Отказ é")).isTrue();

    assertThat(queue().waiting(1))
        .containsExactly(
            new Waiting(task.begun().dueAt(NOON.plusSeconds(1)), false, Optional.of("Отказ é")));
  }

  @Test
  void forgetsWhatARolledBackTransactionAdded() {
    assertThatThrownBy(() ->
            transactions()
                .inTransaction(() -> {
                  queue().add(task(1, NOON));
                  throw new IllegalStateException("on purpose");
                }))
        .hasMessage("on purpose");

    assertNothingDue(NOON);
    assertThat(queue().waiting(10)).isEmpty();
  }

  @Test
  void givesWhatACommittedTransactionAdded() {
    transactions()
        .inTransaction(() -> {
          queue().add(task(1, NOON));
          queue().add(task(2, NOON));
          return true;
        });

    assertThat(queue().waiting(10)).hasSize(2);
    assertThat(queue().takeDue(TaskLane.MAIL, NOON, MINUTE)).isPresent();
  }

  @Test
  void givesATaskBackThatARolledBackTransactionTook() {
    var task = added(1, NOON);

    assertThatThrownBy(() ->
            transactions()
                .inTransaction(() -> {
                  assertThat(queue().finish(take(NOON))).isTrue();
                  throw new IllegalStateException("on purpose");
                }))
        .hasMessage("on purpose");

    assertThat(take(NOON).task()).isEqualTo(task.begun());
  }

  @Test
  void givesNoTaskToTwoOfManyTakers() throws Exception {
    var ids = new ArrayList<UUID>();
    for (int i = 0; i < 40; i++) {
      ids.add(added(i, NOON).id());
    }
    var taken = Collections.synchronizedList(new ArrayList<UUID>());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var takers = new ArrayList<Future<Boolean>>();
      for (int i = 0; i < 8; i++) {
        takers.add(threads.submit(() -> takeAllInto(taken)));
      }
      for (var taker : takers) {
        assertThat(taker.get()).isTrue();
      }
    }

    assertThat(taken).containsExactlyInAnyOrderElementsOf(ids);
  }

  private boolean takeAllInto(List<UUID> taken) {
    for (var next = queue().takeDue(TaskLane.MAIL, NOON, MINUTE);
        next.isPresent();
        next = queue().takeDue(TaskLane.MAIL, NOON, MINUTE)) {
      taken.add(next.get().task().id());
    }
    return true;
  }

  @Test
  void letsOneOfManyEndALease() throws Exception {
    var _ = added(1, NOON);
    var lease = take(NOON);
    var ends = new ArrayList<Boolean>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<Boolean>>();
      for (int i = 0; i < 4; i++) {
        running.add(threads.submit(() -> queue().finish(lease)));
        running.add(threads.submit(() -> queue().putOff(lease, NOON, "again")));
      }
      for (var end : running) {
        ends.add(end.get());
      }
    }

    assertThat(ends).containsOnlyOnce(true);
  }

  private Task parked(long number, Instant dueAt) {
    var task = added(number, dueAt);
    assertThat(queue().park(take(dueAt), "given up")).isTrue();
    return task.begun();
  }

  @Test
  void countsByKindAndState() {
    var _ = parked(1, NOON.minusSeconds(3));
    var _ = parked(2, NOON.minusSeconds(4));
    var _ = added(3, NOON.minusSeconds(2));
    var _ = take(NOON);
    var _ = added(4, NOON.plusSeconds(60));
    queue().add(Task.fresh(new UUID(2, 1), "a-note", "", NOON));

    assertThat(queue().loads(NOON))
        .containsExactly(
            new Load("a-note", TaskState.WAITING, 1, NOON),
            new Load("welcome-mail", TaskState.WAITING, 1, NOON.plusSeconds(60)),
            new Load("welcome-mail", TaskState.RUNNING, 1, NOON.minusSeconds(2)),
            new Load("welcome-mail", TaskState.PARKED, 2, NOON.minusSeconds(4)));
    assertThat(queue().loads(NOON.plus(MINUTE)))
        .contains(new Load("welcome-mail", TaskState.WAITING, 2, NOON.minusSeconds(2)));
  }

  @Test
  void pagesThroughWhatIsParkedLatestFirst() {
    var old = parked(1, NOON);
    var low = parked(2, NOON.plusSeconds(1));
    var high = parked(3, NOON.plusSeconds(1));
    var _ = added(4, NOON.plusSeconds(2));

    var first = queue().parked(new PageRequest<>(2, Optional.empty()));
    var second = queue().parked(new PageRequest<>(2, first.next()));

    assertThat(first.items()).extracting(Waiting::task).containsExactly(high, low);
    assertThat(second.items()).containsExactly(new Waiting(old, true, Optional.of("given up")));
    assertThat(second.next()).isEmpty();
  }

  @Test
  void givesAReplayedTaskAsThoughItWereNew() {
    var task = parked(1, NOON);
    var later = NOON.plus(Duration.ofDays(1));

    assertThat(queue().replay(task.id(), later)).isTrue();

    assertNothingDue(NOON);
    assertThat(take(later).task())
        .isEqualTo(Task.fresh(task.id(), task.kind(), task.payload(), later).begun());
  }

  @Test
  void replaysAndDiscardsOnlyWhatIsParked() {
    var waiting = added(1, NOON);
    var running = added(2, NOON.minusSeconds(1));
    var _ = take(NOON);

    for (var id : List.of(waiting.id(), running.id(), new UUID(9, 9))) {
      assertThat(queue().replay(id, NOON)).isFalse();
      assertThat(queue().discard(id)).isFalse();
    }

    assertThat(queue().waiting(10)).hasSize(2);
  }

  @Test
  void forgetsWhatIsDiscarded() {
    var gone = parked(1, NOON);
    var kept = parked(2, NOON);

    assertThat(queue().discard(gone.id())).isTrue();

    assertThat(queue().discard(gone.id())).isFalse();
    assertThat(queue().replay(gone.id(), NOON)).isFalse();
    assertThat(queue().waiting(10)).extracting(Waiting::task).containsExactly(kept);
  }

  @Test
  void purgesWhatIsParkedForTooLong() {
    var _ = parked(1, NOON);
    var _ = parked(2, NOON.plusSeconds(1));
    var recent = parked(3, NOON.plusSeconds(2));
    var waiting = added(4, NOON);

    assertThat(queue().purgeParked(NOON.plusSeconds(2), 1)).isEqualTo(1);
    assertThat(queue().purgeParked(NOON.plusSeconds(2), 5)).isEqualTo(1);
    assertThat(queue().purgeParked(NOON.plusSeconds(2), 5)).isZero();

    assertThat(queue().waiting(10))
        .extracting(Waiting::task)
        .containsExactlyInAnyOrder(recent, waiting);
  }
}
