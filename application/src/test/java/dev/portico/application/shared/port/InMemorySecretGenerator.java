package dev.portico.application.shared.port;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/** Secrets that count up: never alike, and guessed by everyone. */
public final class InMemorySecretGenerator implements SecretGenerator {

  private final AtomicLong count = new AtomicLong();

  @Override
  public byte[] next(int bytes) {
    var secret = ByteBuffer.allocate(Math.max(bytes, Long.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
    return Arrays.copyOf(secret.putLong(count.incrementAndGet()).array(), bytes);
  }
}
