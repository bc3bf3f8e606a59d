package dev.portico.web.feed;

import dev.portico.application.feed.port.ExternalSource;
import dev.portico.application.shared.Unavailable;
import dev.portico.domain.feed.ExternalData;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A source over HTTP. However many ask, one fetch is under way, on a thread of its own; a breaker
 * leaves a source alone for a while that fails again and again.
 */
final class HttpExternalSource implements ExternalSource, AutoCloseable {

  /** For how long what nobody waited for is still what the source holds now. */
  private static final Duration LATE = Duration.ofSeconds(5);

  private final HttpFetch fetch;
  private final CircuitBreaker breaker;
  private @Nullable Flight current;

  HttpExternalSource(HttpFetch fetch, CircuitBreaker breaker) {
    this.fetch = fetch;
    this.breaker = breaker;
  }

  @Override
  public ExternalData fetch(Duration patience) {
    var flight = flight();
    try {
      var data = flight.task().get(patience.toNanos(), TimeUnit.NANOSECONDS);
      land(flight);
      return data;
    } catch (TimeoutException slow) {
      throw new Unavailable("the external source is slow", slow);
    } catch (ExecutionException failed) {
      land(flight);
      throw asUnavailable(failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Unavailable("interrupted while waiting for the external source", interrupted);
    }
  }

  /** The fetch under way, or one that came too late for who asked; else a new one. */
  private synchronized Flight flight() {
    if (current == null || current.endedBefore(LATE)) {
      current = Flight.begin(this::ask);
    }
    return current;
  }

  /** What came of it was told; whoever asks next asks anew. */
  private synchronized void land(Flight flight) {
    if (flight.equals(current)) {
      current = null;
    }
  }

  private ExternalData ask() {
    try {
      return breaker.executeSupplier(fetch::run);
    } catch (CallNotPermittedException open) {
      throw new Unavailable("the external source failed too often and is left alone", open);
    }
  }

  private static RuntimeException asUnavailable(@Nullable Throwable cause) {
    return cause instanceof RuntimeException failure
        ? failure
        : new IllegalStateException("asking the external source failed", cause);
  }

  @Override
  public void close() {
    fetch.close();
  }
}
