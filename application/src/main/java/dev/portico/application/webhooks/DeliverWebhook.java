package dev.portico.application.webhooks;

import dev.portico.application.access.ChangePassword;
import dev.portico.application.audit.Audit;
import dev.portico.application.shared.port.IdGenerator;
import dev.portico.application.shared.port.TaskQueue;
import dev.portico.application.shared.port.Transactions;
import dev.portico.application.users.port.Users;
import dev.portico.application.webhooks.port.Deliveries;
import dev.portico.application.webhooks.port.Deliveries.Lease;
import dev.portico.application.webhooks.port.WebhookSender;
import dev.portico.application.webhooks.port.Webhooks;
import dev.portico.domain.access.Notice;
import dev.portico.domain.audit.AuditKind;
import dev.portico.domain.shared.Task;
import dev.portico.domain.users.User;
import dev.portico.domain.webhooks.Attempt;
import dev.portico.domain.webhooks.Delivery;
import dev.portico.domain.webhooks.Reply;
import dev.portico.domain.webhooks.Webhook;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Sends one message to one receiver, and keeps what came of it.
 *
 * <p>It is sent outside of any transaction, so that a slow receiver holds no connection. A crash
 * between the sending and its being noted has it sent again: at least once, under the same id.
 */
public final class DeliverWebhook {

  private final Webhooks webhooks;
  private final Deliveries deliveries;
  private final WebhookSender sender;
  private final Users users;
  private final TaskQueue tasks;
  private final Transactions transactions;
  private final IdGenerator ids;
  private final InstantSource time;
  private final Audit audit;

  public DeliverWebhook(
      Webhooks webhooks,
      Deliveries deliveries,
      WebhookSender sender,
      Users users,
      TaskQueue tasks,
      Transactions transactions,
      IdGenerator ids,
      InstantSource time,
      Audit audit) {
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.sender = sender;
    this.users = users;
    this.tasks = tasks;
    this.transactions = transactions;
    this.ids = ids;
    this.time = time;
    this.audit = audit;
  }

  /** Which one, just taken. */
  public record Command(Lease lease) {}

  /**
   * What came of it. Where it took longer than the lease, somebody else may have the delivery by
   * now, and decides what becomes of it.
   */
  public sealed interface Outcome {

    record Attempted(Attempt attempt, Delivery after) implements Outcome {}

    /** The webhook is disabled or gone, or its owner is: nothing was sent. */
    record NobodyToTell() implements Outcome {}
  }

  public Outcome handle(Command command) {
    var lease = command.lease();
    var delivery = lease.delivery();
    var webhook = webhooks.find(delivery.webhook()).filter(this::isToBeTold);
    if (webhook.isEmpty()) {
      var _ = deliveries.settle(lease, Optional.empty(), delivery.dead());
      return new Outcome.NobodyToTell();
    }
    var attempt = attempt(webhook.get(), delivery);
    var after = delivery.after(attempt);
    transactions.inTransaction(() -> note(lease, attempt, after));
    return new Outcome.Attempted(attempt, after);
  }

  private boolean isToBeTold(Webhook webhook) {
    return webhook.disabled().isEmpty() && ownerOf(webhook).isPresent();
  }

  private Optional<User> ownerOf(Webhook webhook) {
    return users
        .find(webhook.owner())
        .filter(User::active)
        .filter(owner -> webhook.scope() == Webhook.Scope.OWN || owner.isActingAdmin());
  }

  private Attempt attempt(Webhook webhook, Delivery delivery) {
    var at = time.instant();
    var body = delivery.body();
    var signature = webhook.secrets().sign(delivery.messageId(), at, body);
    var reply =
        sender.send(
            new WebhookSender.Message(webhook.url(), delivery.messageId(), at, signature, body));
    var took = Duration.between(at, time.instant()).truncatedTo(ChronoUnit.MILLIS);
    return new Attempt(at, took, reply);
  }

  /** The webhook before the delivery, as in whatever else changes both: no two wait for another. */
  private boolean note(Lease lease, Attempt attempt, Delivery after) {
    if (attempt.reply().isTaken()) {
      noteTaken(after);
    } else {
      noteFailure(after, attempt.reply(), attempt.at());
    }
    return deliveries.settle(lease, Optional.of(attempt), after);
  }

  /** Most webhooks are steady already, and then nobody's row is locked. */
  private void noteTaken(Delivery after) {
    if (webhooks.find(after.webhook()).flatMap(Webhook::failingSince).isPresent()) {
      webhooks.change(after.webhook(), Webhook::steady);
    }
  }

  private void noteFailure(Delivery after, Reply reply, Instant at) {
    webhooks
        .change(after.webhook(), it -> reply.isGone() ? it.gone(at) : it.failed(at))
        .filter(it -> it.before().disabled().isEmpty() && it.after().disabled().isPresent())
        .ifPresent(it -> tellOwner(it.after()));
  }

  private void tellOwner(Webhook webhook) {
    audit.unrecognised(AuditKind.WEBHOOK_DISABLED, Optional.of(webhook.owner().value()));
    ownerOf(webhook)
        .map(owner -> new Notice(Notice.Event.WEBHOOK_DISABLED, owner.email()).toText())
        .ifPresent(notice ->
            tasks.add(Task.fresh(ids.next(), ChangePassword.NOTICE_MAIL, notice, time.instant())));
  }
}
