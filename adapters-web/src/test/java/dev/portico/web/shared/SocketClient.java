package dev.portico.web.shared;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reaches the service over a real socket. */
public final class SocketClient extends TestClient {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /** One for all tests: it keeps connections open, and has threads of its own. */
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();

  private final URI base;

  public SocketClient(URI base) {
    this.base = base;
  }

  @Override
  protected Opening handshake(TestRequest request) {
    return WireHandshake.open(base, request);
  }

  @Override
  protected TestResponse exchange(TestRequest request) {
    var content = request.content();
    var builder =
        HttpRequest.newBuilder(URI.create(base + request.target()))
            .timeout(TIMEOUT)
            .method(request.method(), BodyPublishers.ofByteArray(content.bytes()));
    if (!content.mediaType().isEmpty()) {
      builder.header("Content-Type", content.mediaType());
    }
    var headers = request.headers();
    for (int i = 0; i < headers.size(); i += 2) {
      builder.header(headers.get(i), headers.get(i + 1));
    }
    try {
      var response = HTTP.send(builder.build(), BodyHandlers.ofByteArray());
      return new TestResponse(
          response.statusCode(),
          response.headers().map().entrySet().stream()
              .collect(
                  Collectors.toUnmodifiableMap(
                      header -> header.getKey().toLowerCase(Locale.ROOT),
                      java.util.Map.Entry::getValue)),
          response.body());
    } catch (IOException failure) {
      throw new AssertionError("no answer to " + request.target(), failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }
}
