package dev.portico.web.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Another client with a memory for cookies (RFC 6265, section 5), which follows redirects. Cookies
 * run out by the real time, whatever time the test has.
 */
final class BrowserClient extends TestClient {

  private static final int MOST_REDIRECTS = 5;

  private final TestClient client;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);

  BrowserClient(TestClient client) {
    this.client = client;
  }

  @Override
  protected TestResponse exchange(TestRequest request) {
    var answer = once(request);
    for (int i = 0; i < MOST_REDIRECTS && isRedirect(answer); i++) {
      answer = once(TestRequest.of("GET", answer.header("Location").orElseThrow()));
    }
    if (isRedirect(answer)) {
      throw new AssertionError(
          "%s leads from one redirect to the next, %d times and on"
              .formatted(request.target(), MOST_REDIRECTS));
    }
    return answer;
  }

  private TestResponse once(TestRequest request) {
    var address = addressOf(request);
    try {
      var answer = client.exchange(request.with(cookieHeader(address)));
      cookies.put(
          address, Map.of("Set-Cookie", answer.headers().getOrDefault("set-cookie", List.of())));
      return answer;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @Override
  protected Opening handshake(TestRequest request) {
    try {
      return client.handshake(request.with(cookieHeader(addressOf(request))));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** A cookie may be for https only, and a browser would send it there. */
  private static URI addressOf(TestRequest request) {
    return URI.create("https://service.test" + request.path());
  }

  private List<String> cookieHeader(URI address) throws IOException {
    var kept = cookies.get(address, Map.of()).getOrDefault("Cookie", List.of());
    return kept.isEmpty() ? List.of() : List.of("Cookie", String.join("; ", kept));
  }

  private static boolean isRedirect(TestResponse answer) {
    return answer.status() >= 300 && answer.status() < 400 && answer.header("Location").isPresent();
  }
}
