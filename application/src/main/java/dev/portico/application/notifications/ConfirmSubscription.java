package dev.portico.application.notifications;

import dev.portico.application.notifications.port.Subscriptions;
import dev.portico.domain.access.OneTimeCode;
import dev.portico.domain.notifications.Subscription;
import java.time.InstantSource;

/** Takes the word of whoever reads an address that news may be sent there. */
public final class ConfirmSubscription {

  private final Subscriptions subscriptions;
  private final InstantSource time;

  public ConfirmSubscription(Subscriptions subscriptions, InstantSource time) {
    this.subscriptions = subscriptions;
    this.time = time;
  }

  /** The code from the mail. */
  public record Command(OneTimeCode code) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Confirmed() implements Outcome {}

    /** The code is unknown, used, replaced by another, or too old. */
    record InvalidCode() implements Outcome {}
  }

  public Outcome handle(Command command) {
    return subscriptions.confirm(Subscription.digest(command.code()), time.instant())
        ? new Outcome.Confirmed()
        : new Outcome.InvalidCode();
  }
}
