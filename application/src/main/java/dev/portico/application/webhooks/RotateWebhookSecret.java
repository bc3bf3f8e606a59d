package dev.portico.application.webhooks;

import dev.portico.application.audit.Audit;
import dev.portico.application.shared.port.SecretGenerator;
import dev.portico.application.shared.port.Transactions;
import dev.portico.application.webhooks.port.Webhooks;
import dev.portico.domain.audit.AuditKind;
import dev.portico.domain.users.UserId;
import dev.portico.domain.webhooks.Secrets;
import dev.portico.domain.webhooks.Webhook;
import dev.portico.domain.webhooks.WebhookId;
import dev.portico.domain.webhooks.WebhookSecret;
import java.time.InstantSource;

/** Gives a webhook another secret; the former one signs beside it for {@link Secrets#OVERLAP}. */
public final class RotateWebhookSecret {

  private final Webhooks webhooks;
  private final Transactions transactions;
  private final SecretGenerator secrets;
  private final InstantSource time;
  private final Audit audit;

  public RotateWebhookSecret(
      Webhooks webhooks,
      Transactions transactions,
      SecretGenerator secrets,
      InstantSource time,
      Audit audit) {
    this.webhooks = webhooks;
    this.transactions = transactions;
    this.secrets = secrets;
    this.time = time;
    this.audit = audit;
  }

  /** Which one, and who wants it. */
  public record Command(UserId owner, WebhookId id) {}

  /** What came of it. */
  public sealed interface Outcome {

    /** Its present secret is told this once. */
    record Rotated(Webhook webhook) implements Outcome {}

    /** As many secrets sign at this time as can; in a day there will be room. */
    record TooOften() implements Outcome {}

    /** There is no such webhook, or it is somebody else's: which of the two is not told. */
    record NotFound() implements Outcome {}
  }

  public Outcome handle(Command command) {
    return transactions.inTransaction(() -> rotate(command));
  }

  private Outcome rotate(Command command) {
    var next = new WebhookSecret(secrets.next(WebhookSecret.BYTES));
    var now = time.instant();
    var webhook =
        webhooks
            .change(
                command.id(),
                it ->
                    it.owner().equals(command.owner())
                        ? it.secrets().rotated(next, now).map(it::with).orElse(it)
                        : it)
            .map(Webhooks.Change::after)
            .filter(it -> it.owner().equals(command.owner()));
    if (webhook.isEmpty()) {
      return new Outcome.NotFound();
    }
    if (!webhook.get().secrets().present().equals(next)) {
      return new Outcome.TooOften();
    }
    audit.own(AuditKind.WEBHOOK_SECRET_ROTATED, command.owner().value());
    return new Outcome.Rotated(webhook.get());
  }
}
