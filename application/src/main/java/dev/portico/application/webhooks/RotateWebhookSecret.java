package dev.portico.application.webhooks;

import dev.portico.application.audit.Audit;
import dev.portico.application.shared.Answer;
import dev.portico.application.shared.RequestKey;
import dev.portico.application.shared.RunOnce;
import dev.portico.application.shared.port.SecretGenerator;
import dev.portico.application.shared.port.Transactions;
import dev.portico.application.webhooks.port.Webhooks;
import dev.portico.domain.audit.AuditKind;
import dev.portico.domain.users.UserId;
import dev.portico.domain.webhooks.Secrets;
import dev.portico.domain.webhooks.WebhookId;
import dev.portico.domain.webhooks.WebhookSecret;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Gives a webhook another secret; the former one signs beside it for {@link Secrets#OVERLAP}.
 *
 * <p>Under the request's key nothing is kept but a digest of the new secret. A repetition within
 * the key's life finds the secret by it, since it signs as long as the key lives.
 */
public final class RotateWebhookSecret {

  /** No client sees it; what a repetition is answered is read from the webhook. */
  private static final int OK = 200;

  private final Webhooks webhooks;
  private final RunOnce runOnce;
  private final Transactions transactions;
  private final SecretGenerator secrets;
  private final InstantSource time;
  private final Audit audit;

  public RotateWebhookSecret(
      Webhooks webhooks,
      RunOnce runOnce,
      Transactions transactions,
      SecretGenerator secrets,
      InstantSource time,
      Audit audit) {
    this.webhooks = webhooks;
    this.runOnce = runOnce;
    this.transactions = transactions;
    this.secrets = secrets;
    this.time = time;
    this.audit = audit;
  }

  /**
   * Which one, and who wants it.
   *
   * @param request the request's key, if its sender gave it one
   */
  public record Command(UserId owner, WebhookId id, Optional<RequestKey> request) {}

  /** What came of it. */
  public sealed interface Outcome {

    /** The secret is told this once; {@code repeated} where an earlier request made it. */
    record Rotated(WebhookSecret secret, boolean repeated) implements Outcome {}

    /** As many secrets sign at this time as can; in a day there will be room. */
    record TooOften() implements Outcome {}

    /** There is no such webhook, or it is somebody else's: which of the two is not told. */
    record NotFound() implements Outcome {}

    /** The key was used for a request with other content. */
    record KeyReused() implements Outcome {}

    /** The first request under this key has not ended yet. */
    record StillRunning() implements Outcome {}
  }

  /** Undoes the transaction, so that the key stays free. */
  private static final class NotRotated extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Outcome outcome;

    NotRotated(Outcome outcome) {
      super("refused", null, false, false);
      this.outcome = outcome;
    }
  }

  public Outcome handle(Command command) {
    var next = new WebhookSecret(secrets.next(WebhookSecret.BYTES));
    try {
      if (command.request().isPresent()) {
        return rotateOnce(command, command.request().get(), next);
      }
      transactions.inTransaction(() -> rotate(command, next));
      return new Outcome.Rotated(next, false);
    } catch (NotRotated refused) {
      return refused.outcome;
    }
  }

  private Outcome rotateOnce(Command command, RequestKey key, WebhookSecret next) {
    var once = new RunOnce.Command(key.key(), key.fingerprint(), () -> rotate(command, next));
    return switch (runOnce.handle(once)) {
      case RunOnce.Outcome.Answered(var answer, var repeated) ->
          repeated ? repetitionOf(command, answer) : new Outcome.Rotated(next, false);
      case RunOnce.Outcome.KeyReused() -> new Outcome.KeyReused();
      case RunOnce.Outcome.StillRunning() -> new Outcome.StillRunning();
    };
  }

  private Outcome repetitionOf(Command command, Answer kept) {
    return webhooks
        .find(command.id())
        .filter(it -> it.owner().equals(command.owner()))
        .flatMap(it -> it.secrets().ofDigest(kept.body()))
        .<Outcome>map(secret -> new Outcome.Rotated(secret, true))
        .orElseGet(Outcome.NotFound::new);
  }

  /** Runs inside the transaction. */
  private Answer rotate(Command command, WebhookSecret next) {
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
      throw new NotRotated(new Outcome.NotFound());
    }
    if (!webhook.get().secrets().present().equals(next)) {
      throw new NotRotated(new Outcome.TooOften());
    }
    audit.own(AuditKind.WEBHOOK_SECRET_ROTATED, command.owner().value());
    return new Answer(OK, Optional.empty(), next.digest());
  }
}
