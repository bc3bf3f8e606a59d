package dev.portico.application.tasks;

import dev.portico.application.audit.Audit;
import dev.portico.application.shared.port.TaskQueue;
import dev.portico.application.shared.port.Transactions;
import dev.portico.domain.audit.AuditKind;
import dev.portico.domain.users.UserId;
import java.util.Optional;
import java.util.UUID;

/** Throws a task away that was given up: it is never done. */
public final class DiscardTask {

  private final TaskQueue queue;
  private final Transactions transactions;
  private final Audit audit;

  public DiscardTask(TaskQueue queue, Transactions transactions, Audit audit) {
    this.queue = queue;
    this.transactions = transactions;
    this.audit = audit;
  }

  /** Which task, and the administrator who asks. */
  public record Command(UUID task, UserId admin) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Discarded() implements Outcome {}

    /** There is no such task, or it is not given up. */
    record NotFound() implements Outcome {}
  }

  public Outcome handle(Command command) {
    return transactions.inTransaction(() -> {
      if (!queue.discard(command.task())) {
        return new Outcome.NotFound();
      }
      audit.act(AuditKind.TASK_DISCARDED, Optional.of(command.admin().value()));
      return new Outcome.Discarded();
    });
  }
}
