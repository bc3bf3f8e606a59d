package dev.portico.web.shared;

import dev.portico.testkit.TestScope;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.WebSocketHandlerDecorator;
import org.springframework.web.socket.server.RequestUpgradeStrategy;

/**
 * Upgrades as another does; whatever comes by the socket is handled for the test that opened it.
 */
public final class ScopedUpgrade implements RequestUpgradeStrategy {

  private final RequestUpgradeStrategy upgrade;

  public ScopedUpgrade(RequestUpgradeStrategy upgrade) {
    this.upgrade = upgrade;
  }

  @Override
  public String[] getSupportedVersions() {
    return upgrade.getSupportedVersions();
  }

  @Override
  public List<WebSocketExtension> getSupportedExtensions(ServerHttpRequest request) {
    return upgrade.getSupportedExtensions(request);
  }

  @Override
  public void upgrade(
      ServerHttpRequest request,
      ServerHttpResponse response,
      @Nullable String subprotocol,
      List<WebSocketExtension> extensions,
      @Nullable Principal user,
      WebSocketHandler handler,
      Map<String, Object> attributes) {
    var scoped = new ScopedHandler(handler, TestScope.current());
    upgrade.upgrade(request, response, subprotocol, extensions, user, scoped, attributes);
  }

  private static final class ScopedHandler extends WebSocketHandlerDecorator {

    private final TestScope scope;

    ScopedHandler(WebSocketHandler handler, TestScope scope) {
      super(handler);
      this.scope = scope;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws Exception {
      try (var _ = scope.bind()) {
        super.afterConnectionEstablished(session);
      }
    }

    @Override
    public void handleMessage(WebSocketSession session, WebSocketMessage<?> message)
        throws Exception {
      try (var _ = scope.bind()) {
        super.handleMessage(session, message);
      }
    }

    @Override
    public void handleTransportError(WebSocketSession session, Throwable failure) throws Exception {
      try (var _ = scope.bind()) {
        super.handleTransportError(session, failure);
      }
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status)
        throws Exception {
      try (var _ = scope.bind()) {
        super.afterConnectionClosed(session, status);
      }
    }
  }
}
