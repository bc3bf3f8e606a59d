package dev.portico.web.shared;

import dev.portico.testkit.TestScope;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends requests without waiting for the answers, each on a virtual thread of its own. An answer
 * that the test never looks at still fails it, if it breaks the rules or does not come.
 */
public final class AsyncClient {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final TestClient client;

  AsyncClient(TestClient client) {
    this.client = client;
  }

  public CompletableFuture<TestResponse> send(TestRequest request) {
    var answer = new CompletableFuture<TestResponse>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            answer.complete(client.send(request));
          } catch (RuntimeException | Error failure) {
            answer.completeExceptionally(failure);
          }
        });
    TestScope.found().ifPresent(scope -> scope.atEnd(() -> settle(request, answer)));
    return answer;
  }

  public CompletableFuture<TestResponse> get(String target) {
    return send(TestRequest.of("GET", target));
  }

  public CompletableFuture<TestResponse> post(String target, TestRequest.Content content) {
    return send(TestRequest.of("POST", target).with(content));
  }

  private static void settle(TestRequest request, CompletableFuture<TestResponse> answer) {
    var what = request.method() + " " + request.target();
    try {
      var _ = answer.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException failure) {
      throw new AssertionError(
          "%s, sent without waiting, failed: %s".formatted(what, failure.getCause()),
          failure.getCause());
    } catch (TimeoutException late) {
      throw new AssertionError(
          "%s, sent without waiting, was not answered %s after the test".formatted(what, PATIENCE),
          late);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }
}
