package dev.portico.application.access.port;

import dev.portico.domain.access.KeyTerm;
import dev.portico.domain.access.SigningKey;
import java.util.concurrent.atomic.AtomicInteger;

/** Keys that are told apart and sign nothing. */
public final class InMemoryKeyGenerator implements KeyGenerator {

  private final AtomicInteger made = new AtomicInteger();

  @Override
  public SigningKey generate(KeyTerm term) {
    var id = "key-" + made.incrementAndGet();
    return new SigningKey(id, "ES256", "{\"kid\":\"" + id + "\"}", term);
  }
}
