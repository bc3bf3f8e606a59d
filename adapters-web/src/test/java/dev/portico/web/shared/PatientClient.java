package dev.portico.web.shared;

import dev.portico.testkit.TestScope;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Another client with a limit to its patience. */
final class PatientClient extends TestClient {

  private static final Executor THREADS = work -> Thread.ofVirtual().start(work);

  private static final int LONGEST_S = 10;

  private final TestClient client;
  private final Duration patience;

  PatientClient(TestClient client, Duration patience) {
    this.client = client;
    this.patience = patience;
  }

  @Override
  protected TestResponse exchange(TestRequest request) {
    var answer = CompletableFuture.supplyAsync(() -> client.exchange(request), THREADS);
    TestScope.found().ifPresent(scope -> scope.atEnd(() -> letGo(answer)));
    try {
      return answer.copy().orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS).join();
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof TimeoutException) {
        throw new AssertionError(
            "no answer to %s %s within %s".formatted(request.method(), request.target(), patience),
            failure);
      }
      throw new AssertionError(failure.getCause());
    }
  }

  /** What nobody waits for any more still works on the test's database; it is not cut off there. */
  private static void letGo(CompletableFuture<TestResponse> answer) {
    var _ =
        answer.completeOnTimeout(null, LONGEST_S, TimeUnit.SECONDS).handle((_, _) -> true).join();
  }

  /** Sockets have a patience of their own. */
  @Override
  protected Opening handshake(TestRequest request) {
    return client.handshake(request);
  }
}
