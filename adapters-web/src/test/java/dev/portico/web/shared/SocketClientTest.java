package dev.portico.web.shared;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.core5.util.TimeValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SocketClientTest {

  private static final long KEPT_NANOS = 1_000_000;

  private final Set<InetSocketAddress> met = ConcurrentHashMap.newKeySet();
  private final HttpServer server;

  SocketClientTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void start() {
    server.createContext("/", this::answerOnceAConnection);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  /** The second request over a connection meets a server that is just closing it. */
  private void answerOnceAConnection(HttpExchange exchange) throws IOException {
    if (met.add(exchange.getRemoteAddress())) {
      exchange.getResponseHeaders().add("X-Request-Id", "0123456789abcdef");
      exchange.sendResponseHeaders(204, -1);
    }
    exchange.close();
  }

  private TestResponse ask(HttpClient http) {
    var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return new SocketClient(url, http).exchange(TestRequest.of("GET", "/"));
  }

  @Test
  void asksOverNoConnectionThatTheServerIsAboutToClose() {
    var http = SocketClient.keepingConnections(TimeValue.ofMilliseconds(1));

    for (int i = 0; i < 3; i++) {
      ask(http).expectStatus(204);
      for (long begun = System.nanoTime(); System.nanoTime() - begun < 2 * KEPT_NANOS; ) {
        Thread.onSpinWait();
      }
    }
  }

  /** Or a test could not tell how often the service was asked. */
  @Test
  void asksOnceOnly() {
    var http = SocketClient.keepingConnections(TimeValue.ofSeconds(30));
    ask(http).expectStatus(204);

    assertThatThrownBy(() -> ask(http)).isInstanceOf(AssertionError.class);
  }
}
