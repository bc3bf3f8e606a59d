package dev.portico.application.webhooks;

import dev.portico.application.audit.Audit;
import dev.portico.application.shared.Answer;
import dev.portico.application.shared.RequestKey;
import dev.portico.application.shared.RunOnce;
import dev.portico.application.shared.port.IdGenerator;
import dev.portico.application.shared.port.SecretGenerator;
import dev.portico.application.shared.port.Transactions;
import dev.portico.application.users.port.Users;
import dev.portico.application.webhooks.port.WebhookSender;
import dev.portico.application.webhooks.port.Webhooks;
import dev.portico.domain.audit.AuditKind;
import dev.portico.domain.shared.DomainEvent;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserId;
import dev.portico.domain.webhooks.Webhook;
import dev.portico.domain.webhooks.WebhookId;
import dev.portico.domain.webhooks.WebhookRule;
import dev.portico.domain.webhooks.WebhookSecret;
import dev.portico.domain.webhooks.WebhookUrl;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * Promises somebody to tell a program of theirs what happens.
 *
 * <p>Under the request's key nothing is kept but the webhook's id: the answer holds a secret, which
 * rests sealed and nowhere else.
 */
public final class RegisterWebhook {

  /** No client sees it; what a repetition is answered is read from the webhook. */
  private static final int CREATED = 201;

  private final Webhooks webhooks;
  private final WebhookSender sender;
  private final WebhookRule rule;
  private final Users users;
  private final RunOnce runOnce;
  private final Transactions transactions;
  private final IdGenerator ids;
  private final SecretGenerator secrets;
  private final InstantSource time;
  private final Audit audit;

  public RegisterWebhook(
      Webhooks webhooks,
      WebhookSender sender,
      WebhookRule rule,
      Users users,
      RunOnce runOnce,
      Transactions transactions,
      IdGenerator ids,
      SecretGenerator secrets,
      InstantSource time,
      Audit audit) {
    this.webhooks = webhooks;
    this.sender = sender;
    this.rule = rule;
    this.users = users;
    this.runOnce = runOnce;
    this.transactions = transactions;
    this.ids = ids;
    this.secrets = secrets;
    this.time = time;
    this.audit = audit;
  }

  /**
   * Who wants to be told what, and where.
   *
   * @param events at least one
   * @param request the request's key, if its sender gave it one
   */
  public record Command(
      UserId owner,
      WebhookUrl url,
      Set<DomainEvent.Type> events,
      Webhook.Scope scope,
      Optional<RequestKey> request) {}

  /** What came of it. */
  public sealed interface Outcome {

    /** Its secret is told this once; {@code repeated} where an earlier request registered it. */
    record Registered(Webhook webhook, boolean repeated) implements Outcome {}

    /** Nothing is sent there; the reason is a clause for people. */
    record AddressRefused(String reason) implements Outcome {}

    /** Everybody's business is told to administrators only. */
    record NotAdmin() implements Outcome {}

    record TooMany() implements Outcome {}

    /** It was registered under the same key, and removed since. */
    record Removed() implements Outcome {}

    /** The key was used for a request with other content. */
    record KeyReused() implements Outcome {}

    /** The first request under this key has not ended yet. */
    record StillRunning() implements Outcome {}
  }

  /** Undoes the transaction, so that the key stays free. */
  private static final class Full extends RuntimeException {

    private static final long serialVersionUID = 1L;
  }

  public Outcome handle(Command command) {
    var refusal = rule.refusal(command.url());
    if (refusal.isPresent()) {
      return new Outcome.AddressRefused(refusal.get());
    }
    if (command.scope() == Webhook.Scope.ALL && !isAdmin(command.owner())) {
      return new Outcome.NotAdmin();
    }
    // Names are looked up, which takes time: not inside the transaction.
    if (sender.isForbidden(command.url())) {
      return new Outcome.AddressRefused("must have a public name for its host");
    }
    try {
      return register(command);
    } catch (Full full) {
      return new Outcome.TooMany();
    }
  }

  private boolean isAdmin(UserId user) {
    return users.find(user).filter(User::isActingAdmin).isPresent();
  }

  private Outcome register(Command command) {
    var webhook =
        Webhook.registered(
            new WebhookId(ids.next()),
            command.owner(),
            command.url(),
            command.events(),
            command.scope(),
            new WebhookSecret(secrets.next(WebhookSecret.BYTES)),
            time.instant());
    if (command.request().isEmpty()) {
      transactions.inTransaction(() -> add(webhook));
      return new Outcome.Registered(webhook, false);
    }
    var key = command.request().get();
    return switch (runOnce.handle(
        new RunOnce.Command(key.key(), key.fingerprint(), () -> add(webhook)))) {
      case RunOnce.Outcome.Answered(var answer, var repeated) ->
          repeated ? repetitionOf(answer) : new Outcome.Registered(webhook, false);
      case RunOnce.Outcome.KeyReused() -> new Outcome.KeyReused();
      case RunOnce.Outcome.StillRunning() -> new Outcome.StillRunning();
    };
  }

  /** Runs inside the transaction; the webhook's id is what is kept under the key. */
  private Answer add(Webhook webhook) {
    if (!webhooks.addIfRoom(webhook, Webhook.MOST_PER_USER)) {
      throw new Full();
    }
    audit.own(AuditKind.WEBHOOK_REGISTERED, webhook.owner().value());
    return new Answer(CREATED, Optional.empty(), webhook.id().toString());
  }

  private Outcome repetitionOf(Answer kept) {
    return webhooks
        .find(WebhookId.parse(kept.body()).orThrow())
        .<Outcome>map(webhook -> new Outcome.Registered(webhook, true))
        .orElseGet(Outcome.Removed::new);
  }
}
