package dev.portico.web.shared;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Another client with a limit to its patience. */
final class PatientClient extends TestClient {

  private static final Executor THREADS = work -> Thread.ofVirtual().start(work);

  private final TestClient client;
  private final Duration patience;

  PatientClient(TestClient client, Duration patience) {
    this.client = client;
    this.patience = patience;
  }

  @Override
  protected TestResponse exchange(TestRequest request) {
    try {
      return CompletableFuture.supplyAsync(() -> client.exchange(request), THREADS)
          .orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS)
          .join();
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof TimeoutException) {
        throw new AssertionError(
            "no answer to %s %s within %s".formatted(request.method(), request.target(), patience),
            failure);
      }
      throw new AssertionError(failure.getCause());
    }
  }

  /** Sockets have a patience of their own. */
  @Override
  protected Opening handshake(TestRequest request) {
    return client.handshake(request);
  }
}
