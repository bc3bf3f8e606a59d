package dev.portico.bootstrap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A receiver of webhooks outside of the service, which counts how often it got each message. */
final class HookWitness implements AutoCloseable {

  private final Map<String, Integer> seen = new ConcurrentHashMap<>();
  private final AtomicInteger direct = new AtomicInteger();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private volatile Runnable beforeTheAnswer = () -> {};

  HookWitness() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + port() + "/";
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** What happens once a message is counted and before anybody hears of it. */
  void beforeTheAnswer(Runnable work) {
    beforeTheAnswer = work;
  }

  /** How many different messages it got. */
  int messages() {
    return seen.size();
  }

  /** How many were sent to {@link #url()} itself, repetitions included. */
  int direct() {
    return direct.get();
  }

  /** How many it got more than once, all repetitions counted. */
  int doubles() {
    return seen.values().stream().mapToInt(times -> times - 1).sum();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      seen.merge(exchange.getRequestHeaders().getFirst("webhook-id"), 1, Integer::sum);
      if (exchange.getRequestURI().getPath().equals("/")) {
        direct.incrementAndGet();
      }
      beforeTheAnswer.run();
      exchange.sendResponseHeaders(204, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
