package dev.portico.web.shared;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.RequestUpgradeStrategy;

/**
 * Upgrades requests to sockets without a container: answers as one does, and leaves the socket in
 * the request for {@link DispatcherClient} to open once the answer is there.
 */
final class InMemoryUpgrade implements RequestUpgradeStrategy {

  /** The request attribute that the socket is left in. */
  static final String PLACE = InMemoryUpgrade.class.getName();

  @Override
  public String[] getSupportedVersions() {
    return new String[] {"13"};
  }

  @Override
  public List<WebSocketExtension> getSupportedExtensions(ServerHttpRequest request) {
    return List.of();
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
    var servletRequest = ((ServletServerHttpRequest) request).getServletRequest();
    if (!(servletRequest.getAttribute(PLACE) instanceof AtomicReference<?> place)) {
      throw new IllegalStateException("open sockets by TestClient.websocket");
    }
    answer(
        ((ServletServerHttpResponse) response).getServletResponse(),
        Objects.requireNonNull(servletRequest.getHeader("Sec-WebSocket-Key")),
        subprotocol);
    @SuppressWarnings("unchecked") // DispatcherClient has put it there.
    var left = (AtomicReference<InMemorySession>) place;
    left.set(new InMemorySession(request, handler, attributes, subprotocol));
  }

  private static void answer(
      HttpServletResponse response, String key, @Nullable String subprotocol) {
    response.setStatus(HttpServletResponse.SC_SWITCHING_PROTOCOLS);
    response.setHeader("Upgrade", "websocket");
    response.setHeader("Connection", "upgrade");
    response.setHeader("Sec-WebSocket-Accept", TestHandshake.acceptOf(key));
    if (subprotocol != null) {
      response.setHeader("Sec-WebSocket-Protocol", subprotocol);
    }
  }
}
