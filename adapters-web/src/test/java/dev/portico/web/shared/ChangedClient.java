package dev.portico.web.shared;

import java.util.function.UnaryOperator;

/** Another client, whose requests are changed before they go out. */
final class ChangedClient extends TestClient {

  private final TestClient client;
  private final UnaryOperator<TestRequest> change;

  ChangedClient(TestClient client, UnaryOperator<TestRequest> change) {
    this.client = client;
    this.change = change;
  }

  @Override
  protected TestResponse exchange(TestRequest request) {
    return client.exchange(change.apply(request));
  }

  @Override
  protected Opening handshake(TestRequest request) {
    return client.handshake(change.apply(request));
  }
}
