package dev.portico.application.shared;

import dev.portico.application.shared.port.IdempotencyKeys;
import dev.portico.application.shared.port.IdempotencyKeys.Claim;
import dev.portico.application.shared.port.Transactions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Carries a request out at most once, however often it is sent under the same idempotency key
 * (draft-ietf-httpapi-idempotency-key-header).
 *
 * <p>The key, the effect and the answer are one transaction: a crash leaves all of them or none. An
 * effect that throws leaves nothing either, so a refused request can be mended and sent again under
 * its key.
 */
public final class RunOnce {

  /** How long an answer is kept. */
  public static final Duration LIFETIME = Duration.ofHours(24);

  private final IdempotencyKeys keys;
  private final Transactions transactions;
  private final InstantSource time;

  public RunOnce(IdempotencyKeys keys, Transactions transactions, InstantSource time) {
    this.keys = keys;
    this.transactions = transactions;
    this.time = time;
  }

  /**
   * What is to be done once.
   *
   * @param effect does it, or throws where it is refused; run inside the transaction, so it must
   *     not wait for anyone outside
   */
  public record Command(IdempotencyKey key, Fingerprint fingerprint, Supplier<Answer> effect) {}

  /** What came of it. */
  public sealed interface Outcome {

    /** The effect was run now, or its answer was kept from the first time. */
    record Answered(Answer answer, boolean repeated) implements Outcome {}

    /** The key was used for a request with other content. */
    record KeyReused() implements Outcome {}

    /** The first request under this key has not ended yet. */
    record StillRunning() implements Outcome {}
  }

  public Outcome handle(Command command) {
    return transactions.inTransaction(() ->
        switch (claim(command)) {
          case Claim.Granted() -> run(command);
          case Claim.Busy() -> new Outcome.StillRunning();
          case Claim.Settled(var fingerprint, var answer) ->
              command.fingerprint().isThatOf(fingerprint)
                  ? new Outcome.Answered(answer, true)
                  : new Outcome.KeyReused();
        });
  }

  private Claim claim(Command command) {
    var now = time.instant();
    return keys.claim(command.key(), command.fingerprint().text(), now, now.plus(LIFETIME));
  }

  private Outcome run(Command command) {
    var answer = command.effect().get();
    keys.settle(command.key(), answer);
    return new Outcome.Answered(answer, false);
  }
}
