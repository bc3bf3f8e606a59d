package dev.portico.web.shared;

import java.util.concurrent.CompletableFuture;

/** Sends requests without waiting for the answers, each on a virtual thread of its own. */
public final class AsyncClient {

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
    return answer;
  }

  public CompletableFuture<TestResponse> get(String target) {
    return send(TestRequest.of("GET", target));
  }

  public CompletableFuture<TestResponse> post(String target, TestRequest.Content content) {
    return send(TestRequest.of("POST", target).with(content));
  }
}
