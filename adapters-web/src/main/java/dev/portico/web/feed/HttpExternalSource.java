package dev.portico.web.feed;

import dev.portico.application.feed.port.ExternalSource;
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
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A source that answers GET with JSON, trusted with neither our time nor our memory. */
final class HttpExternalSource implements ExternalSource, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HttpExternalSource.class);
  private static final int OK = 200;
  private static final int MAX_REASON_LENGTH = 200;

  /**
   * What one fetch may cost.
   *
   * @param deadline from asking to the last byte
   * @param maxBytes of the body
   * @param atOnce fetches; each may take a few times {@code maxBytes} of memory
   */
  record Limits(Duration deadline, int maxBytes, int atOnce) {

    static final Limits USUAL = new Limits(Duration.ofSeconds(3), 1 << 20, 8);
  }

  private final PeerUrl url;
  private final Limits limits;
  private final Semaphore places;

  /** Version 1.1, so that giving up on an answer closes its connection. */
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  HttpExternalSource(PeerUrl url, Limits limits) {
    this.url = url;
    this.limits = limits;
    places = new Semaphore(limits.atOnce());
  }

  @Override
  public ExternalData fetch() {
    try {
      return SourceDocument.read(body());
    } catch (IOException failure) {
      LOG.warn("No data from {}: {}", url, failure.getMessage());
      throw new Unavailable("the external source gives no data", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Unavailable("interrupted while waiting for the external source", interrupted);
    }
  }

  private byte[] body() throws IOException, InterruptedException {
    long end = System.nanoTime() + limits.deadline().toNanos();
    if (!places.tryAcquire(limits.deadline().toNanos(), TimeUnit.NANOSECONDS)) {
      throw new IOException("too many wait for it already");
    }
    try {
      return exchange(end);
    } finally {
      places.release();
    }
  }

  private byte[] exchange(long end) throws IOException, InterruptedException {
    var running = client.sendAsync(request(), this::bodyOf);
    try {
      return running.get(end - System.nanoTime(), TimeUnit.NANOSECONDS).body();
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
