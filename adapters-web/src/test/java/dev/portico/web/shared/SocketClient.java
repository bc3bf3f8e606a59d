package dev.portico.web.shared;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Reaches the service over a real socket, on the thread of whoever asks: an answer costs no change
 * of threads on this side. Follows, repeats, unpacks and keeps nothing of its own accord.
 */
public final class SocketClient extends TestClient {

  private static final Timeout TIMEOUT = Timeout.ofSeconds(30);

  /** More than ask at once anywhere: who waits for a connection would do so in vain. */
  private static final int MOST_CONNECTIONS = 2_000;

  /** Shorter than any server keeps an idle connection: it may not be closed as it is asked. */
  private static final TimeValue KEPT = TimeValue.ofSeconds(5);

  /** One for all tests. */
  private static final HttpClient HTTP = keepingConnections(KEPT);

  private final URI base;
  private final HttpHost host;
  private final HttpClient http;

  public SocketClient(URI base) {
    this(base, HTTP);
  }

  SocketClient(URI base, HttpClient http) {
    this.base = base;
    this.host = HttpHost.create(base);
    this.http = http;
  }

  /** A client that asks over no connection that was idle for longer. */
  static HttpClient keepingConnections(TimeValue kept) {
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(TIMEOUT)
                        .setSocketTimeout(TIMEOUT)
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .build())
                .build())
        .setKeepAliveStrategy((_, _) -> kept)
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setResponseTimeout(TIMEOUT)
                .setProtocolUpgradeEnabled(false)
                .build())
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .build();
  }

  @Override
  protected Opening handshake(TestRequest request) {
    return WireHandshake.open(base, request);
  }

  @Override
  protected TestResponse exchange(TestRequest request) {
    try {
      return http.execute(host, wire(request), SocketClient::response);
    } catch (IOException failure) {
      throw new AssertionError("no answer to " + request.target(), failure);
    }
  }

  private ClassicHttpRequest wire(TestRequest request) {
    var wire =
        new BasicClassicHttpRequest(request.method(), host, base.getRawPath() + request.target());
    var headers = request.headers();
    for (int i = 0; i < headers.size(); i += 2) {
      wire.addHeader(headers.get(i), headers.get(i + 1));
    }
    var content = request.content();
    if (!content.mediaType().isEmpty()) {
      wire.addHeader("Content-Type", content.mediaType());
    }
    if (content.bytes().length > 0 || List.of("POST", "PUT", "PATCH").contains(request.method())) {
      wire.setEntity(new ByteArrayEntity(content.bytes(), (ContentType) null));
    }
    return wire;
  }

  private static TestResponse response(ClassicHttpResponse response) throws IOException {
    var body = response.getEntity();
    return new TestResponse(
        response.getCode(),
        headers(response.getHeaders()),
        body == null ? new byte[0] : EntityUtils.toByteArray(body));
  }

  private static Map<String, List<String>> headers(Header[] headers) {
    return Stream.of(headers)
        .collect(
            groupingBy(
                header -> header.getName().toLowerCase(Locale.ROOT),
                mapping(Header::getValue, toList())));
  }
}
