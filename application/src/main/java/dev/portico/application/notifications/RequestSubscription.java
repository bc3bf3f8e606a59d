package dev.portico.application.notifications;

import dev.portico.application.notifications.port.Subscriptions;
import dev.portico.application.notifications.port.Subscriptions.Admission;
import dev.portico.application.shared.port.IdGenerator;
import dev.portico.application.shared.port.TaskQueue;
import dev.portico.application.shared.port.Transactions;
import dev.portico.domain.notifications.SubscriptionRequest;
import dev.portico.domain.shared.Task;
import dev.portico.domain.users.EmailAddress;
import java.time.Duration;
import java.time.InstantSource;

/** Takes somebody's wish to be sent news, and owes them a mail. */
public final class RequestSubscription {

  /** The kind of the task that is owed; its payload is the address. */
  public static final String SUBSCRIPTION_MAIL = "subscription-mail";

  private final Subscriptions subscriptions;
  private final TaskQueue tasks;
  private final Transactions transactions;
  private final IdGenerator ids;
  private final InstantSource time;

  public RequestSubscription(
      Subscriptions subscriptions,
      TaskQueue tasks,
      Transactions transactions,
      IdGenerator ids,
      InstantSource time) {
    this.subscriptions = subscriptions;
    this.tasks = tasks;
    this.transactions = transactions;
    this.ids = ids;
    this.time = time;
  }

  /**
   * Who asks.
   *
   * @param client where the request came from
   */
  public record Command(EmailAddress email, String client) {}

  /** What came of it. */
  public sealed interface Outcome {

    /** A mail is on its way, or will be. */
    record Requested() implements Outcome {}

    /** Too much was asked for the address, or by the client; positive. */
    record TooMany(Duration retryAfter) implements Outcome {}
  }

  public Outcome handle(Command command) {
    var now = time.instant();
    var request = new SubscriptionRequest(ids.next(), command.email(), command.client(), now);
    return transactions.inTransaction(() ->
        switch (subscriptions.requestIfAllowed(request)) {
          case Admission.Granted() -> {
            tasks.add(
                Task.fresh(request.id(), SUBSCRIPTION_MAIL, request.email().text(), request.at()));
            yield new Outcome.Requested();
          }
          case Admission.Held(var until) -> new Outcome.TooMany(Duration.between(now, until));
        });
  }
}
