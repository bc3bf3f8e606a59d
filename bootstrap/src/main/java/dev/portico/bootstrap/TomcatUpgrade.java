package dev.portico.bootstrap;

import jakarta.websocket.Session;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.tomcat.websocket.Constants;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.WebSocketHandlerDecorator;
import org.springframework.web.socket.server.standard.StandardWebSocketUpgradeStrategy;

/** Tomcat's WebSockets, with a limit on how long a client may let us wait. */
final class TomcatUpgrade extends StandardWebSocketUpgradeStrategy {

  /** How long a frame may take to be written, in milliseconds. */
  private static final long WRITE_TIMEOUT_MS = 10_000;

  @Override
  public void upgrade(
      ServerHttpRequest request,
      ServerHttpResponse response,
      @Nullable String subprotocol,
      List<WebSocketExtension> extensions,
      java.security.@Nullable Principal user,
      WebSocketHandler handler,
      Map<String, Object> attributes) {
    super.upgrade(
        request, response, subprotocol, extensions, user, new Limited(handler), attributes);
  }

  /** How long to wait for the answer to a closing, in milliseconds; looked at every ten seconds. */
  private static final long CLOSE_TIMEOUT_MS = 5_000;

  private static final class Limited extends WebSocketHandlerDecorator {

    Limited(WebSocketHandler handler) {
      super(handler);
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws Exception {
      var properties =
          Objects.requireNonNull(((NativeWebSocketSession) session).getNativeSession(Session.class))
              .getUserProperties();
      properties.put(Constants.BLOCKING_SEND_TIMEOUT_PROPERTY, WRITE_TIMEOUT_MS);
      properties.put(Constants.SESSION_CLOSE_TIMEOUT_PROPERTY, CLOSE_TIMEOUT_MS);
      super.afterConnectionEstablished(session);
    }
  }
}
