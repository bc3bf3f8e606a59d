package dev.portico.application.webhooks;

import dev.portico.application.audit.Audit;
import dev.portico.application.shared.port.Transactions;
import dev.portico.application.webhooks.port.Webhooks;
import dev.portico.domain.audit.AuditKind;
import dev.portico.domain.users.UserId;
import dev.portico.domain.webhooks.WebhookId;

/** Ends a webhook, with all that was on its way to it. What is being sent just now arrives. */
public final class RemoveWebhook {

  private final Webhooks webhooks;
  private final Transactions transactions;
  private final Audit audit;

  public RemoveWebhook(Webhooks webhooks, Transactions transactions, Audit audit) {
    this.webhooks = webhooks;
    this.transactions = transactions;
    this.audit = audit;
  }

  /** Which one, and who wants it. */
  public record Command(UserId owner, WebhookId id) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Removed() implements Outcome {}

    /** There is no such webhook, or it is somebody else's: which of the two is not told. */
    record NotFound() implements Outcome {}
  }

  public Outcome handle(Command command) {
    return transactions.inTransaction(() -> remove(command));
  }

  private Outcome remove(Command command) {
    if (!webhooks.remove(command.owner(), command.id())) {
      return new Outcome.NotFound();
    }
    audit.own(AuditKind.WEBHOOK_REMOVED, command.owner().value());
    return new Outcome.Removed();
  }
}
