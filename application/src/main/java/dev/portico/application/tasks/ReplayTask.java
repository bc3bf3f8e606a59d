package dev.portico.application.tasks;

import dev.portico.application.audit.Audit;
import dev.portico.application.shared.port.TaskQueue;
import dev.portico.application.shared.port.Transactions;
import dev.portico.domain.audit.AuditKind;
import dev.portico.domain.users.UserId;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Gives a task that was given up another chance, as though it were new and due now. */
public final class ReplayTask {

  private final TaskQueue queue;
  private final Transactions transactions;
  private final InstantSource time;
  private final Audit audit;

  public ReplayTask(TaskQueue queue, Transactions transactions, InstantSource time, Audit audit) {
    this.queue = queue;
    this.transactions = transactions;
    this.time = time;
    this.audit = audit;
  }

  /** Which task, and the administrator who asks. */
  public record Command(UUID task, UserId admin) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Replayed() implements Outcome {}

    /** There is no such task, or it is not given up. */
    record NotFound() implements Outcome {}
  }

  public Outcome handle(Command command) {
    return transactions.inTransaction(() -> {
      if (!queue.replay(command.task(), time.instant())) {
        return new Outcome.NotFound();
      }
      audit.act(AuditKind.TASK_REPLAYED, Optional.of(command.admin().value()));
      return new Outcome.Replayed();
    });
  }
}
