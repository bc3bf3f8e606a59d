package dev.portico.application.shared.port;

import dev.portico.application.shared.Answer;
import dev.portico.application.shared.IdempotencyKey;
import java.time.Instant;

/** Remembers which requests were carried out already, and what they were answered. */
public interface IdempotencyKeys {

  /** What came of {@link #claim}. */
  sealed interface Claim {

    /** The key was free and is the claimer's until the transaction ends. */
    record Granted() implements Claim {}

    /** The request was carried out before. */
    record Settled(String fingerprint, Answer answer) implements Claim {}

    /** Someone else holds the key and has not committed yet. */
    record Busy() implements Claim {}
  }

  /**
   * Takes the key for the running transaction.
   *
   * <p>Promise: of all claims for one key at most one at a time is granted. A granted key that is
   * not settled is free again when the transaction ends. A key that was settled is free again from
   * {@code expiresAt} of its claim on.
   *
   * <p>Concurrency: a claim for a key that another transaction holds waits for it, at most a few
   * seconds, and is then busy.
   *
   * @param fingerprint tells one request's content from another's; must not betray the content
   */
  Claim claim(IdempotencyKey key, String fingerprint, Instant now, Instant expiresAt);

  /**
   * Keeps the answer of a key granted in this transaction.
   *
   * <p>Promise: from the commit on, claims for the key get this answer. A key that was not granted
   * is a mistake of the caller and throws {@link IllegalStateException}.
   */
  void settle(IdempotencyKey key, Answer answer);
}
