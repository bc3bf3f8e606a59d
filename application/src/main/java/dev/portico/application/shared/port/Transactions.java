package dev.portico.application.shared.port;

import dev.portico.domain.shared.CanIgnoreReturnValue;
import java.util.function.Supplier;

/** Makes several changes one. */
public interface Transactions {

  /**
   * Runs the work so that all of its changes happen or none.
   *
   * <p>Promise: when this returns, the changes are durable and visible to everyone; when it throws,
   * whatever was thrown, none of them happened. Inside another transaction the work becomes a part
   * of that one; if it throws, the whole is undone and throws {@link IllegalStateException} at its
   * end, even where the failure was caught on the way.
   *
   * <p>Concurrency: others see nothing of the work before it is committed. The work runs on the
   * caller's thread and must not hand its changes to another.
   *
   * @throws dev.portico.application.shared.Unavailable if the store cannot be reached; nothing
   *     happened, unless the connection broke during the commit itself
   */
  @CanIgnoreReturnValue
  <T> T inTransaction(Supplier<T> work);
}
