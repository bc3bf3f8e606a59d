package dev.portico.domain.access;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All signing keys there are, and which of them does what at a time. Every node comes to the same
 * answers from the same keys, without talking to any other.
 *
 * @param keys by number
 */
public record KeyRing(List<SigningKey> keys) {

  public KeyRing {
    keys =
        keys.stream().sorted(Comparator.comparingInt((SigningKey k) -> k.term().number())).toList();
  }

  /** Those whose tokens are good: announced, signing and retired ones, but none withdrawn. */
  public List<SigningKey> accepted(Instant now) {
    var accepted = new ArrayList<>(keys);
    accepted.removeIf(key -> key.term().isWithdrawn(now));
    return Collections.unmodifiableList(accepted);
  }

  /** The one to sign with: the last that has begun; empty if none is accepted. */
  public Optional<SigningKey> signer(Instant now) {
    var accepted = accepted(now);
    return last(accepted.stream().filter(key -> key.term().hasBegun(now)).toList())
        // Clocks of nodes differ: a key that is the only one has begun.
        .or(() -> accepted.stream().findFirst());
  }

  /** Whether it is time to announce another key. */
  public boolean isNextDue(Instant now, KeySchedule schedule) {
    return last(accepted(now))
        .map(key -> !now.isBefore(schedule.announcesNextAt(key.term())))
        .orElse(true);
  }

  /** The term of the next key; where nobody else can sign, it begins at once. */
  public KeyTerm next(Instant now, Duration notice) {
    int number = last(keys).map(key -> key.term().number()).orElse(0) + 1;
    return new KeyTerm(number, now, signer(now).isEmpty() ? now : now.plus(notice));
  }

  /**
   * Those that are of no use any more, because another took over.
   *
   * @param tokensLast how long a token may be good at most
   */
  public List<SigningKey> spent(Instant now, Duration tokensLast) {
    return keys.stream()
        .filter(key ->
            accepted(now).stream()
                .map(SigningKey::term)
                .filter(later -> later.number() > key.term().number())
                .anyMatch(
                    later -> key.term().isWithdrawn(now) || later.hasBegun(now.minus(tokensLast))))
        .toList();
  }

  private static Optional<SigningKey> last(List<SigningKey> keys) {
    return keys.isEmpty() ? Optional.empty() : Optional.of(keys.getLast());
  }
}
