package dev.portico.web.payments;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** HTTP to a gateway, which is trusted with neither our time nor our memory. */
final class GatewayConnection implements AutoCloseable {

  private static final int MAX_REASON_LENGTH = 200;

  /**
   * What one question may cost.
   *
   * @param deadline from asking to the last byte; below the ten seconds that a gateway has
   * @param maxBytes of the answer
   */
  record Limits(Duration deadline, int maxBytes) {

    static final Limits USUAL = new Limits(Duration.ofSeconds(8), 1 << 20);
  }

  private final int maxBytes;

  /** Version 1.1, so that giving up on an answer closes its connection. */
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  GatewayConnection(Limits limits) {
    maxBytes = limits.maxBytes();
  }

  /**
   * Asks, and waits for the whole answer.
   *
   * @throws IOException if there is none until the deadline, or it is too long or breaks off
   */
  HttpResponse<String> send(HttpRequest request, Duration deadline) throws IOException {
    var text = BodyHandlers.ofString(StandardCharsets.UTF_8);
    var running = client.sendAsync(request, BodyHandlers.limiting(text, maxBytes));
    try {
      return running.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      throw new IOException("no whole answer within " + deadline.toMillis() + " ms", late);
    } catch (ExecutionException failed) {
      throw new IOException(reason(failed), failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for an answer", interrupted);
    } finally {
      // Whatever ended the waiting: nobody reads on.
      running.cancel(true);
    }
  }

  /** The innermost message says what happened; it may quote the peer, so it is cut short. */
  private static String reason(ExecutionException failed) {
    Throwable cause = failed;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    var text = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return text.substring(0, Math.min(text.length(), MAX_REASON_LENGTH));
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
