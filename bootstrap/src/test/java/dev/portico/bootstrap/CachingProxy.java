package dev.portico.bootstrap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.hc.client5.http.cache.CacheResponseStatus;
import org.apache.hc.client5.http.cache.HttpCacheContext;
import org.apache.hc.client5.http.impl.cache.CacheConfig;
import org.apache.hc.client5.http.impl.cache.CachingHttpClients;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;

/**
 * A proxy that keeps what it may for everybody, as RFC 9111 has it of shared caches; the rules are
 * those of Apache HttpClient. What it did is told by {@value #DID}.
 */
final class CachingProxy implements AutoCloseable {

  /** The name of the header that says what became of a request here. */
  static final String DID = "X-Proxy-Did";

  /** Of one connection, or made anew by whoever sends on. */
  private static final Set<String> NOT_PASSED_ON =
      Set.of(
          "connection", "host", "content-length", "transfer-encoding", "upgrade", "http2-settings");

  private final URI origin;
  private final CloseableHttpClient client =
      CachingHttpClients.custom()
          .setCacheConfig(
              CacheConfig.custom().setSharedCache(true).setMaxObjectSize(1 << 20).build())
          .disableAutomaticRetries()
          .disableRedirectHandling()
          .disableCookieManagement()
          .disableContentCompression()
          .build();

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  CachingProxy(URI origin) {
    this.origin = origin;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.setExecutor(threads);
    server.createContext("/", this::pass);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      var asked =
          ClassicRequestBuilder.create(exchange.getRequestMethod())
              .setUri(origin.resolve(exchange.getRequestURI().toString()));
      exchange.getRequestHeaders().forEach((name, values) -> pass(asked, name, values));
      var body = exchange.getRequestBody().readAllBytes();
      if (body.length > 0) {
        asked.setEntity(body, null);
      }
      var context = HttpCacheContext.create();
      client.execute(
          asked.build(),
          context,
          answer -> {
            send(exchange, answer, context.getCacheResponseStatus());
            return answer.getCode();
          });
    }
  }

  private static void pass(ClassicRequestBuilder asked, String name, List<String> values) {
    if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
      values.forEach(value -> asked.addHeader(name, value));
    }
  }

  private static void send(
      HttpExchange exchange, ClassicHttpResponse answer, CacheResponseStatus did)
      throws IOException {
    for (var header : answer.getHeaders()) {
      if (!NOT_PASSED_ON.contains(header.getName().toLowerCase(Locale.ROOT))) {
        exchange.getResponseHeaders().add(header.getName(), header.getValue());
      }
    }
    exchange.getResponseHeaders().set(DID, String.valueOf(did));
    var entity = answer.getEntity();
    var body = entity == null ? new byte[0] : EntityUtils.toByteArray(entity);
    exchange.sendResponseHeaders(answer.getCode(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() throws IOException {
    server.stop(0);
    threads.shutdownNow();
    client.close();
  }
}
