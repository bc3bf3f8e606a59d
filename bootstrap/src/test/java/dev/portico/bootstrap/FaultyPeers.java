package dev.portico.bootstrap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.portico.persistence.shared.RedisServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Everybody that a service talks to, each behind a door that can be made to fail. */
final class FaultyPeers implements AutoCloseable {

  /** What the external source says. */
  enum Says {
    DATA,
    UNAVAILABLE,
    HTML
  }

  final MailWitness witness = new MailWitness();
  final HookWitness hooks = new HookWitness();
  final RedisServer redis = RedisServer.start();
  final FaultyDoor mails = new FaultyDoor(witness.port());
  final FaultyDoor receivers = new FaultyDoor(hooks.port());
  final FaultyDoor gateway;
  final FaultyDoor data;

  private final CountingGateway bank = new CountingGateway();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer source;
  private volatile Says says = Says.DATA;

  FaultyPeers() {
    try {
      source = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    source.setExecutor(threads);
    source.createContext("/", this::tell);
    source.start();
    gateway = new FaultyDoor(bank.port());
    data = new FaultyDoor(source.getAddress().getPort());
  }

  /** The settings that lead a service to them. */
  Map<String, String> environment() {
    var all = new HashMap<>(MailWitness.environment(mails.port()));
    all.put("PAYMENT_GATEWAY_URL", "http://127.0.0.1:" + gateway.port());
    all.put("EXTERNAL_DATA_URL", "http://127.0.0.1:" + data.port() + "/");
    all.put("REDIS_URL", redis.uri());
    all.put("WEBHOOKS_ALLOW_PRIVATE", "true");
    return all;
  }

  void source(Says says) {
    this.says = says;
  }

  private void tell(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean html = says == Says.HTML;
      var body = (html ? "<html>" : "{\"weather\":\"fair\"}").getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", html ? "text/html" : "application/json");
      exchange.sendResponseHeaders(says == Says.UNAVAILABLE ? 503 : 200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    for (var door : new FaultyDoor[] {mails, receivers, gateway, data}) {
      door.close();
    }
    witness.close();
    hooks.close();
    bank.close();
    redis.close();
    source.stop(0);
    threads.shutdownNow();
  }
}
