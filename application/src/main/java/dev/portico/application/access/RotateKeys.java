package dev.portico.application.access;

import dev.portico.application.access.port.KeyGenerator;
import dev.portico.application.access.port.SigningKeys;
import dev.portico.domain.access.KeyRing;
import dev.portico.domain.access.KeySchedule;
import dev.portico.domain.access.SigningKey;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Announces the next signing key when its time has come, and forgets keys that are of no use any
 * more. Any node may do it at any time, and all of them at once.
 */
public final class RotateKeys {

  /** Leeway for a token's end, and as much for clocks of nodes that differ. */
  private static final Duration MARGIN = Duration.ofMinutes(2);

  /** How long tokens of a key are about after it has signed its last. */
  static final Duration TOKENS_LAST = SignIn.ACCESS_TOKEN_LIFETIME.plus(MARGIN);

  private final SigningKeys keys;
  private final KeyGenerator generator;
  private final KeySchedule schedule;
  private final InstantSource time;

  public RotateKeys(
      SigningKeys keys, KeyGenerator generator, KeySchedule schedule, InstantSource time) {
    this.keys = keys;
    this.generator = generator;
    this.schedule = schedule;
    this.time = time;
  }

  /** Nothing needs to be said. */
  public record Command() {}

  /** What came of it. */
  public sealed interface Outcome {

    /** It is not time yet, or another node has done it just now. */
    record NotDue() implements Outcome {}

    /** A key that will sign once its time has come. */
    record Announced(SigningKey key) implements Outcome {}
  }

  public Outcome handle(Command command) {
    var now = time.instant();
    var ring = new KeyRing(keys.all());
    var spent = ring.spent(now, TOKENS_LAST);
    if (!spent.isEmpty()) {
      keys.remove(spent.stream().map(SigningKey::id).toList());
    }
    if (!ring.isNextDue(now, schedule)) {
      return new Outcome.NotDue();
    }
    var next = generator.generate(ring.next(now, KeySchedule.NOTICE));
    return keys.addIfFree(next) ? new Outcome.Announced(next) : new Outcome.NotDue();
  }
}
