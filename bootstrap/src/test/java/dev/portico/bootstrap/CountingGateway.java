package dev.portico.bootstrap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A payment gateway outside of the service, which says yes to everything and counts how often it
 * was asked under each reference, as docs/operations.md has the protocol.
 */
final class CountingGateway implements AutoCloseable {

  private final Map<String, Integer> asked = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private volatile Runnable beforeTheAnswer = () -> {};

  CountingGateway() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** The setting that leads a service here. */
  Map<String, String> environment() {
    var address = server.getAddress();
    return Map.of(
        "PAYMENT_GATEWAY_URL",
        "http://%s:%d".formatted(address.getAddress().getHostAddress(), address.getPort()));
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** What happens once the money is taken and before anybody hears of it. */
  void beforeTheAnswer(Runnable work) {
    beforeTheAnswer = work;
  }

  /** How often each charge and refund was asked for. */
  Map<String, Integer> asked() {
    return Map.copyOf(asked);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      var reference = exchange.getRequestHeaders().getFirst("Idempotency-Key");
      asked.merge(reference, 1, Integer::sum);
      beforeTheAnswer.run();
      var body = "{\"reference\":\"theirs-%s\"}".formatted(reference);
      exchange.sendResponseHeaders(200, body.length());
      exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
