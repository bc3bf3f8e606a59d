package dev.portico.persistence.shared;

import dev.portico.application.shared.port.IdGenerator;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * UUIDs of version 7 (RFC 9562, 5.7), each greater than the one before it on this node.
 *
 * <p>The 12 bits behind the milliseconds are a counter that starts at a random number each
 * millisecond (RFC 9562, 6.2, method 1). Milliseconds and counter are one number that only grows:
 * when the counter runs over, or the clock goes back, ids run ahead of the clock instead of
 * repeating.
 */
final class TimeOrderedIdGenerator implements IdGenerator {

  private static final int COUNTER_BITS = 12;

  /** Half of the counter's range, so that the other half is left to count in. */
  private static final int COUNTER_STARTS = 1 << (COUNTER_BITS - 1);

  private static final long VERSION = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private final InstantSource time;
  private final SecureRandom random;
  private final AtomicLong last = new AtomicLong();

  TimeOrderedIdGenerator(InstantSource time, SecureRandom random) {
    this.time = time;
    this.random = random;
  }

  @Override
  public UUID next() {
    long present = (time.millis() << COUNTER_BITS) | random.nextInt(COUNTER_STARTS);
    long ticks = last.updateAndGet(before -> Math.max(before + 1, present));
    long millis = ticks >>> COUNTER_BITS;
    long counter = ticks & ((1 << COUNTER_BITS) - 1);
    return new UUID(
        (millis << Short.SIZE) | VERSION | counter, VARIANT | (random.nextLong() >>> 2));
  }
}
