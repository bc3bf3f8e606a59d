package dev.portico.web.payments;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.portico.web.shared.PeerUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A gateway's server, on a port of its own. It answers a POST by what its protocol says, and the
 * same again for the same {@code Idempotency-Key}, unless it was told to fail.
 */
final class GatewayStub implements AutoCloseable {

  /** What came in. */
  record Asked(String line, Map<String, List<String>> headers, String body) {

    Optional<String> header(String name) {
      return headers.entrySet().stream()
          .filter(it -> it.getKey().equalsIgnoreCase(name))
          .map(it -> it.getValue().getFirst())
          .findFirst();
    }
  }

  /** What goes out. */
  record Reply(int status, String body) {}

  /** How a gateway answers what it sees for the first time. */
  interface Protocol {
    Reply to(Asked asked);
  }

  /** How it fails. */
  interface Failure {
    void happen(HttpExchange exchange) throws IOException;
  }

  private final Protocol protocol;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Reply> replies = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final ConcurrentLinkedDeque<Failure> failures = new ConcurrentLinkedDeque<>();

  GatewayStub(Protocol protocol) {
    this.protocol = protocol;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  PeerUrl url() {
    var address = server.getAddress();
    return PeerUrl.parse(
            "http://user:gate-pass@%s:%d/"
                .formatted(address.getAddress().getHostAddress(), address.getPort()))
        .orThrow();
  }

  List<Asked> asked() {
    return List.copyOf(asked);
  }

  /** The next request is answered like this, though it is carried out. */
  void failNext(Failure failure) {
    failures.add(failure);
  }

  /** The next one with this, and it is not carried out. */
  void answerNext(int status, String body) {
    failures.add(exchange -> send(exchange, new Reply(status, body)));
  }

  /** The connection of the next one ends without an answer. */
  void loseNext() {
    failNext(HttpExchange::close);
  }

  private void handle(HttpExchange exchange) throws IOException {
    var request =
        new Asked(
            exchange.getRequestMethod() + " " + exchange.getRequestURI(),
            Map.copyOf(exchange.getRequestHeaders()),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    asked.add(request);
    var reply =
        replies.computeIfAbsent(
            request.header("Idempotency-Key").orElse(request.line()), _ -> protocol.to(request));
    var failure = failures.poll();
    if (failure != null) {
      failure.happen(exchange);
    } else {
      send(exchange, reply);
    }
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    try (exchange) {
      var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.getResponseHeaders().add("Request-Id", "req_123");
      exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  /** A byte now and then, each of them soon enough; ends when nobody takes them any more. */
  static void drip(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(200, 0);
      while (true) {
        exchange.getResponseBody().write(' ');
        exchange.getResponseBody().flush();
        java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
