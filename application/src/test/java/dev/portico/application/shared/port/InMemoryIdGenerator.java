package dev.portico.application.shared.port;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Ids that count up: version 7 in form, the first millisecond of 2024 and onwards in time. */
public final class InMemoryIdGenerator implements IdGenerator {

  private static final long START_MILLIS = 1_704_067_200_000L;

  private final AtomicLong count = new AtomicLong();

  @Override
  public UUID next() {
    long n = count.incrementAndGet();
    return new UUID((START_MILLIS + n) << 16 | 0x7000L, 0x8000_0000_0000_0000L | n);
  }
}
