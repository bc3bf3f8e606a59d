package dev.portico.domain.webhooks;

import dev.portico.domain.shared.DomainEvent;
import dev.portico.domain.users.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A user's wish to be told of what happens.
 *
 * <p>It begins enabled. As long as its receiver takes what it is sent, or has not been sent
 * anything, it is steady; from the first message that the receiver does not take it is failing,
 * until it takes one again. One that has been failing for {@link #PATIENCE} is disabled, and so is
 * one whose receiver says that it is gone; nothing is sent any more until its owner enables it.
 *
 * @param events of which types; at least one
 * @param failingSince when the first of the messages was sent that the receiver has not taken
 * @param disabled why nothing is sent any more; empty where it is
 * @param createdAt to the microsecond, which is what the database keeps
 */
public record Webhook(
    WebhookId id,
    UserId owner,
    WebhookUrl url,
    Set<DomainEvent.Type> events,
    Scope scope,
    Secrets secrets,
    Optional<Instant> failingSince,
    Optional<Disabled> disabled,
    Instant createdAt) {

  /** How many a user may have. */
  public static final int MOST_PER_USER = 20;

  /** How long a receiver may fail before it is sent nothing any more. */
  public static final Duration PATIENCE = Duration.ofDays(3);

  public Webhook {
    events = Set.copyOf(events);
  }

  /** Whose business is told. */
  public enum Scope {
    /** The owner's. */
    OWN,
    /** Everybody's, as long as the owner is an administrator. */
    ALL
  }

  /** Why nothing is sent any more. */
  public enum Disabled {
    /** Its receiver has failed for too long. */
    FAILING,
    /** Its receiver has said, by 410, that it is not there any more. */
    GONE
  }

  /** One that has just been registered. */
  public static Webhook registered(
      WebhookId id,
      UserId owner,
      WebhookUrl url,
      Set<DomainEvent.Type> events,
      Scope scope,
      WebhookSecret secret,
      Instant createdAt) {
    return new Webhook(
        id,
        owner,
        url,
        events,
        scope,
        Secrets.of(secret),
        Optional.empty(),
        Optional.empty(),
        createdAt);
  }

  /** The same, signing with other secrets. */
  public Webhook with(Secrets others) {
    return new Webhook(id, owner, url, events, scope, others, failingSince, disabled, createdAt);
  }

  private Webhook with(Optional<Instant> failing, Optional<Disabled> reason) {
    return new Webhook(id, owner, url, events, scope, secrets, failing, reason, createdAt);
  }

  /** The same, once its receiver took a message. */
  public Webhook steady() {
    return with(Optional.empty(), disabled);
  }

  /** The same, once its receiver did not take a message that was sent at this time. */
  public Webhook failed(Instant at) {
    var since = failingSince.orElse(at);
    boolean tooLong = !at.isBefore(since.plus(PATIENCE));
    return with(
        Optional.of(since), tooLong ? disabled.or(() -> Optional.of(Disabled.FAILING)) : disabled);
  }

  /** The same, once its receiver said that it is gone. */
  public Webhook gone(Instant at) {
    return with(failingSince.or(() -> Optional.of(at)), Optional.of(Disabled.GONE));
  }

  /** The same, as if its receiver had never failed. */
  public Webhook enabled() {
    return with(Optional.empty(), Optional.empty());
  }

  /** Where the webhook stands in the list of its owner's, newest first. */
  public Position position() {
    return new Position(createdAt, id);
  }

  /** A place in a list of webhooks; the id decides between two of the same instant. */
  public record Position(Instant createdAt, WebhookId id) {}
}
