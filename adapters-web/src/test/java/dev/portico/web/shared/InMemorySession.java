package dev.portico.web.shared;

import java.net.InetSocketAddress;
import java.net.URI;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;

/**
 * Both ends of a socket in memory. Frames of the client are handled on its own thread, one at a
 * time, as a container would; what the handler sends is in the client's inbox when it has sent it.
 * Pings are answered.
 */
final class InMemorySession implements WebSocketSession, TestSocket.Link {

  private static final int TOMCATS_LIMIT = 8_192;

  private final String id = UUID.randomUUID().toString();
  private final URI uri;
  private final HttpHeaders headers;
  private final WebSocketHandler handler;
  private final Map<String, Object> attributes;
  private final @Nullable String subprotocol;
  private final Inbox inbox = new Inbox();
  private final AtomicBoolean open = new AtomicBoolean(true);
  private int textLimit = TOMCATS_LIMIT;
  private int binaryLimit = TOMCATS_LIMIT;

  InMemorySession(
      ServerHttpRequest request,
      WebSocketHandler handler,
      Map<String, Object> attributes,
      @Nullable String subprotocol) {
    uri = request.getURI();
    headers = HttpHeaders.copyOf(request.getHeaders());
    this.handler = handler;
    this.attributes = new ConcurrentHashMap<>(attributes);
    this.subprotocol = subprotocol;
  }

  Inbox inbox() {
    return inbox;
  }

  private interface Step {
    void run() throws Exception;
  }

  /** What the handler throws is the test's to see: a mistake is not to hide behind a closing. */
  private static void handle(Step step) {
    try {
      step.run();
    } catch (RuntimeException failure) {
      throw failure;
    } catch (Exception failure) {
      throw new AssertionError("the handler failed", failure);
    }
  }

  /** To be called when the answer to the handshake is there. */
  void open() {
    handle(() -> handler.afterConnectionEstablished(this));
  }

  @Override
  public synchronized void sendText(String text) {
    receive(new TextMessage(text), isTooBig(text.length(), textLimit));
  }

  @Override
  public synchronized void sendBinary(byte[] bytes) {
    receive(new BinaryMessage(bytes), isTooBig(bytes.length, binaryLimit));
  }

  /** A container has room for whole messages up to its limit; for pieces it needs none. */
  private boolean isTooBig(int length, int limit) {
    return length > limit && !handler.supportsPartialMessages();
  }

  private void receive(WebSocketMessage<?> message, boolean tooBig) {
    if (tooBig) {
      close(CloseStatus.TOO_BIG_TO_PROCESS);
    } else {
      handle(() -> handler.handleMessage(this, message));
    }
  }

  @Override
  public void close() {
    close(CloseStatus.NORMAL);
  }

  @Override
  public void close(CloseStatus status) {
    if (open.compareAndSet(true, false)) {
      inbox.closed(status.getCode(), Objects.requireNonNullElse(status.getReason(), ""));
      handle(() -> handler.afterConnectionClosed(this, status));
    }
  }

  @Override
  public Duration patience() {
    return Duration.ofSeconds(2);
  }

  @Override
  public Duration latency() {
    return Duration.ZERO;
  }

  @Override
  public void sendMessage(WebSocketMessage<?> message) {
    if (!isOpen()) {
      throw new IllegalStateException("closed");
    }
    if (message instanceof PingMessage ping) {
      handle(() -> handler.handleMessage(this, new PongMessage(ping.getPayload())));
      return;
    }
    inbox.frame(
        message instanceof TextMessage text
            ? text.getPayload()
            : "(%s of %d bytes)"
                .formatted(message.getClass().getSimpleName(), message.getPayloadLength()));
  }

  @Override
  public boolean isOpen() {
    return open.get();
  }

  @Override
  public String getId() {
    return id;
  }

  @Override
  public URI getUri() {
    return uri;
  }

  @Override
  public HttpHeaders getHandshakeHeaders() {
    return headers;
  }

  @Override
  public Map<String, Object> getAttributes() {
    return attributes;
  }

  @Override
  public @Nullable Principal getPrincipal() {
    return null;
  }

  @Override
  public @Nullable InetSocketAddress getLocalAddress() {
    return null;
  }

  @Override
  public @Nullable InetSocketAddress getRemoteAddress() {
    return null;
  }

  @Override
  public @Nullable String getAcceptedProtocol() {
    return subprotocol;
  }

  @Override
  public void setTextMessageSizeLimit(int limit) {
    textLimit = limit;
  }

  @Override
  public int getTextMessageSizeLimit() {
    return textLimit;
  }

  @Override
  public void setBinaryMessageSizeLimit(int limit) {
    binaryLimit = limit;
  }

  @Override
  public int getBinaryMessageSizeLimit() {
    return binaryLimit;
  }

  @Override
  public List<WebSocketExtension> getExtensions() {
    return List.of();
  }
}
