package dev.portico.domain.webhooks;

import dev.portico.domain.shared.DomainEvent;
import dev.portico.domain.shared.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that has happened, on its way to one receiver.
 *
 * <p>It begins pending and due at once. The receiver takes it, and it is delivered; or the receiver
 * does not, and it is due again after a wait that is longer each time, until {@link #SPAN} after
 * the start, when it is dead: nobody sends it again but by its owner's wish, with which all begins
 * anew. A message of one thing keeps its id and its words however often it is sent.
 *
 * @param since when the present run began
 * @param tries how often it was sent in the present run, an attempt under way included
 * @param createdAt to the microsecond, which is what the database keeps
 */
public record Delivery(
    DeliveryId id,
    WebhookId webhook,
    DomainEvent event,
    State state,
    Instant since,
    int tries,
    Instant createdAt) {

  /**
   * From the first attempt to the last. An hour more than a receiver's {@link Webhook#PATIENCE}, so
   * that the last attempt at one that never answers disables it.
   */
  public static final Duration SPAN = Webhook.PATIENCE.plusHours(1);

  private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
  private static final Duration LONGEST_WAIT = Duration.ofHours(24);

  /** However long a receiver asks to be left alone. */
  private static final Duration MOST_WAIT = Duration.ofHours(30);

  private static final int GROWTH = 3;
  private static final int STEPS = 1_000;

  /** What is to become of it. */
  public sealed interface State {

    /** To be sent from this time on. */
    record Pending(Instant dueAt) implements State {}

    record Delivered() implements State {}

    record Dead() implements State {}
  }

  /** One that nobody has sent yet. */
  public static Delivery owed(DeliveryId id, WebhookId webhook, DomainEvent event, Instant now) {
    return new Delivery(id, webhook, event, new State.Pending(now), now, 0, now);
  }

  /** What the message is called, to every receiver and at every attempt. */
  public String messageId() {
    return "msg_" + event.id();
  }

  /** What the message says. */
  public String body() {
    return new JsonObject()
        .with("type", event.type().text())
        .with("timestamp", event.at().toString())
        .withJson("data", event.data())
        .toString();
  }

  private Delivery with(State next) {
    return new Delivery(id, webhook, event, next, since, tries, createdAt);
  }

  /** The same, sent once more. */
  public Delivery begun() {
    return new Delivery(id, webhook, event, state, since, tries + 1, createdAt);
  }

  /** The same after the present attempt. */
  public Delivery after(Attempt attempt) {
    var reply = attempt.reply();
    if (reply.isTaken()) {
      return with(new State.Delivered());
    }
    var end = since.plus(SPAN);
    var now = attempt.at().plus(attempt.took());
    if (reply.isGone() || !attempt.at().isBefore(end)) {
      return dead();
    }
    var next = now.plus(pause(reply.pause()));
    return with(new State.Pending(next.isBefore(end) ? next : end));
  }

  /** The same, given up. */
  public Delivery dead() {
    return with(new State.Dead());
  }

  /** The same, to be sent as if it had never been. */
  public Delivery anew(Instant now) {
    return new Delivery(id, webhook, event, new State.Pending(now), now, 0, createdAt);
  }

  /**
   * Ours, or longer if the receiver asks for it. Up to a quarter is added, another share for each
   * delivery and attempt, so that those that failed together do not come back together.
   */
  private Duration pause(Optional<Duration> asked) {
    long wait = FIRST_WAIT.toMillis();
    for (int i = 1; i < tries && wait < LONGEST_WAIT.toMillis(); i++) {
      wait *= GROWTH;
    }
    wait = Math.min(wait, LONGEST_WAIT.toMillis());
    long share = Math.floorMod(31 * id.hashCode() + tries, STEPS);
    var ours = Duration.ofMillis(wait + wait / 4 * share / STEPS);
    var theirs = asked.orElse(Duration.ZERO);
    var longer = ours.compareTo(theirs) < 0 ? theirs : ours;
    return longer.compareTo(MOST_WAIT) < 0 ? longer : MOST_WAIT;
  }

  /** Where the delivery stands in the list of its webhook's, newest first. */
  public Position position() {
    return new Position(createdAt, id);
  }

  /** A place in a list of deliveries; the id decides between two of the same instant. */
  public record Position(Instant createdAt, DeliveryId id) {}
}
