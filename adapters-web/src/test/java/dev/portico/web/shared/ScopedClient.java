package dev.portico.web.shared;

import dev.portico.testkit.TestScope;
import dev.portico.testkit.TestTasks;
import java.util.List;

/** Another client, which says with each request which test it is of. */
public final class ScopedClient extends TestClient {

  private final TestClient client;
  private final TestScope scope;

  public ScopedClient(TestClient client, TestScope scope) {
    this.client = client;
    this.scope = scope;
  }

  @Override
  protected TestResponse exchange(TestRequest request) {
    var answer = client.exchange(request.with(List.of(TestScope.HEADER, scope.id())));
    scope.find(TestTasks.class).ifPresent(TestTasks::afterAnswer);
    return answer;
  }

  @Override
  protected Opening handshake(TestRequest request) {
    return client.handshake(request.with(List.of(TestScope.HEADER, scope.id())));
  }
}
