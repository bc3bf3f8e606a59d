package dev.portico.domain.notifications;

import dev.portico.domain.access.CodePurpose;
import dev.portico.domain.access.OneTimeCode;
import dev.portico.domain.users.EmailAddress;
import java.time.Duration;
import java.time.Instant;

/**
 * An offer to send news to an address, which counts for nothing until whoever reads the address
 * agrees by the code they were sent.
 *
 * @param digest of the code, by which it is known again
 * @param endsAt when the offer is void
 */
public record Subscription(EmailAddress email, String digest, Instant endsAt) {

  /** Mails are not read at once. */
  public static final Duration LIFETIME = Duration.ofDays(1);

  /** An offer that begins now. */
  public static Subscription offer(EmailAddress email, OneTimeCode code, Instant now) {
    return new Subscription(email, digest(code), now.plus(LIFETIME));
  }

  /** How a code is known again. */
  public static String digest(OneTimeCode code) {
    return code.digest(CodePurpose.CONFIRM_SUBSCRIPTION);
  }
}
