package dev.portico.application.access.port;

import dev.portico.domain.access.SigningKey;
import java.util.List;
import java.util.function.Supplier;

/** The keys that access tokens are signed with, shared by all nodes. */
public interface SigningKeys {

  /**
   * The key to sign with.
   *
   * <p>Promise: where there is none yet, the offered one is kept and becomes it; the private part
   * rests encrypted.
   *
   * <p>Concurrency: of any number of offers at once, over all nodes, one is kept and everyone gets
   * that one.
   */
  SigningKey currentOr(Supplier<SigningKey> offer);

  /** Every key whose tokens are still accepted, the one to sign with first; empty before any. */
  List<SigningKey> accepted();
}
