package dev.portico.domain.shared;

/**
 * Tasks that talk to the same peer. Each lane is run beside the others, so that a peer that is slow
 * or away holds up nobody else's work.
 */
public enum TaskLane {
  /** What goes to the mail server: kinds that end in {@code -mail}. */
  MAIL,
  /** What asks the payment gateway: kinds that begin with {@code settle-} or {@code follow-}. */
  PAYMENTS,
  /** All the rest. */
  OTHER;

  /** The lane of a kind, which goes by its name: a row has one before anybody handles it. */
  public static TaskLane of(String kind) {
    if (kind.endsWith("-mail")) {
      return MAIL;
    }
    return kind.startsWith("settle-") || kind.startsWith("follow-") ? PAYMENTS : OTHER;
  }
}
