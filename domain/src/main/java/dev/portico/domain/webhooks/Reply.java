package dev.portico.domain.webhooks;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** What came of a message that was sent. What the receiver had to say beside it, nobody keeps. */
public sealed interface Reply {

  /**
   * An answer.
   *
   * @param status of HTTP
   * @param retryAfter how long the receiver asks to be left alone
   */
  record Answered(int status, Optional<Duration> retryAfter) implements Reply {}

  /** None. */
  record Failed(Failure why) implements Reply {}

  /** Why there was no answer. */
  enum Failure {
    /** The host has no address, or none that could be found out. */
    NAME_UNKNOWN,
    /** An address of the host is one that is never called. */
    ADDRESS_REFUSED,
    /** Nobody listens there, or the connection broke. */
    NO_CONNECTION,
    /** Nobody we trust vouches for the receiver. */
    NOT_TRUSTED,
    /** It was not over in time. */
    TIMEOUT,
    /** What came was no answer of HTTP that we would read. */
    NO_HTTP;

    /** How it is written: in lower case. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether the receiver took the message: nothing but 2xx says so, a redirect least of all. */
  default boolean isTaken() {
    return this instanceof Answered(var status, _) && status / 100 == 2;
  }

  /** Whether the receiver wants no message ever again (RFC 9110, 15.5.11). */
  default boolean isGone() {
    return this instanceof Answered(var status, _) && status == 410;
  }

  /** How long the receiver asks to be left alone. */
  default Optional<Duration> pause() {
    return this instanceof Answered(_, var retryAfter) ? retryAfter : Optional.empty();
  }
}
