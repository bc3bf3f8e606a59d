package dev.portico.application.access;

import dev.portico.application.access.port.KeyGenerator;
import dev.portico.application.access.port.SigningKeys;
import dev.portico.application.shared.port.Transactions;
import dev.portico.domain.access.KeyRing;
import dev.portico.domain.access.KeySchedule;
import dev.portico.domain.access.SigningKey;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Replaces every signing key, for the day one of them may be known to somebody else: all of them,
 * and with them all tokens that are about, are worth nothing as soon as another can sign.
 */
public final class WithdrawKeys {

  private final SigningKeys keys;
  private final KeyGenerator generator;
  private final Transactions transactions;
  private final InstantSource time;

  public WithdrawKeys(
      SigningKeys keys, KeyGenerator generator, Transactions transactions, InstantSource time) {
    this.keys = keys;
    this.generator = generator;
    this.transactions = transactions;
    this.time = time;
  }

  /** Nothing needs to be said. */
  public record Command() {}

  /** What came of it. */
  public sealed interface Outcome {

    /** From the time this key signs, tokens of all others are refused. */
    record Withdrawn(SigningKey successor) implements Outcome {}
  }

  public Outcome handle(Command command) {
    while (true) {
      var successor = transactions.inTransaction(this::replace);
      if (successor.isPresent()) {
        return new Outcome.Withdrawn(successor.get());
      }
      // A node has just announced a key that must go, too.
    }
  }

  private Optional<SigningKey> replace() {
    var now = time.instant();
    var ring = new KeyRing(keys.all());
    var successor = generator.generate(ring.next(now, KeySchedule.SHORT_NOTICE));
    if (!keys.addIfFree(successor)) {
      return Optional.empty();
    }
    keys.withdraw(ring.keys().stream().map(SigningKey::id).toList(), successor.term().signsFrom());
    return Optional.of(successor);
  }
}
