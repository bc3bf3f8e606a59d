package dev.portico.web.feed;

import dev.portico.application.shared.Unavailable;
import dev.portico.domain.feed.ExternalData;
import dev.portico.web.shared.PeerUrl;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a peer that answers GET with JSON, and trusts it with neither our time nor our memory. */
final class HttpFetch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HttpFetch.class);
  private static final int OK = 200;
  private static final int MAX_REASON_LENGTH = 200;

  /**
   * What one fetch may cost.
   *
   * @param deadline from asking to the last byte
   * @param maxBytes of the body
   */
  record Limits(Duration deadline, int maxBytes) {

    static final Limits USUAL = new Limits(Duration.ofSeconds(3), 1 << 20);
  }

  private final PeerUrl url;
  private final Limits limits;

  /** Version 1.1, so that giving up on an answer closes its connection. */
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  HttpFetch(PeerUrl url, Limits limits) {
    this.url = url;
    this.limits = limits;
  }

  /**
   * What the peer holds now.
   *
   * @throws Unavailable if it gives nothing of use within the deadline; said in the log, once
   */
  ExternalData run() {
    try {
      return SourceDocument.read(exchange());
    } catch (IOException failure) {
      LOG.warn("No data from {}: {}", url, failure.getMessage());
      throw new Unavailable("the external source gives no data", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Unavailable("interrupted while waiting for the external source", interrupted);
    }
  }

  private byte[] exchange() throws IOException, InterruptedException {
    var running = client.sendAsync(request(), this::bodyOf);
    try {
      return running.get(limits.deadline().toNanos(), TimeUnit.NANOSECONDS).body();
    } catch (TimeoutException late) {
      throw new IOException("no whole answer within " + limits.deadline().toMillis() + " ms", late);
    } catch (ExecutionException failed) {
      throw new IOException(reason(failed), failed.getCause());
    } finally {
      // Whatever ended the waiting: nobody reads on.
      running.cancel(true);
    }
  }

  private HttpRequest request() {
    var request = HttpRequest.newBuilder(url.target()).header("Accept", "application/json");
    url.authorization().ifPresent(value -> request.header("Authorization", value));
    return request.build();
  }

  private BodySubscriber<byte[]> bodyOf(HttpResponse.ResponseInfo answer) {
    return answer.statusCode() == OK
        ? new LimitedBody(limits.maxBytes())
        : LimitedBody.refused("it answered " + answer.statusCode());
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
