package dev.portico.web.webhooks;

import java.time.Duration;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;

/**
 * A client for receivers that nobody has reason to trust: it follows no redirect, keeps no cookie
 * and no connection, unpacks nothing, tries nothing twice and heeds no proxy.
 */
final class WebhookClient {

  private static final Timeout CONNECT = Timeout.ofSeconds(5);
  private static final int MOST_HEADERS = 100;
  private static final int LONGEST_LINE = 8 << 10;

  /** More than are ever sent at once: who waits for a connection would do so in vain. */
  private static final int MOST_CONNECTIONS = 1_000;

  private WebhookClient() {}

  static CloseableHttpClient over(DnsResolver addresses, Duration deadline) {
    var patience = Timeout.of(deadline);
    return HttpClients.custom()
        .setConnectionManager(connections(addresses, patience))
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setResponseTimeout(patience)
                .setConnectionRequestTimeout(patience)
                .build())
        .setConnectionReuseStrategy((_, _, _) -> false)
        .setUserAgent("Portico-Webhooks/1.0")
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableAutomaticRetries()
        .disableContentCompression()
        .build();
  }

  private static PoolingHttpClientConnectionManager connections(
      DnsResolver addresses, Timeout patience) {
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setDnsResolver(addresses)
        .setMaxConnTotal(MOST_CONNECTIONS)
        .setMaxConnPerRoute(MOST_CONNECTIONS)
        .setDefaultConnectionConfig(
            ConnectionConfig.custom().setConnectTimeout(CONNECT).setSocketTimeout(patience).build())
        .setConnectionFactory(
            ManagedHttpClientConnectionFactory.builder()
                .http1Config(
                    Http1Config.custom()
                        .setMaxHeaderCount(MOST_HEADERS)
                        .setMaxLineLength(LONGEST_LINE)
                        .build())
                .build())
        .build();
  }
}
