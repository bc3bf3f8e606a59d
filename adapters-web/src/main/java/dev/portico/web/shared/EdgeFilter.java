package dev.portico.web.shared;

import dev.portico.application.shared.Origin;
import dev.portico.application.shared.OwnerGone;
import dev.portico.application.shared.Unavailable;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The first and last thing every request meets: names it, puts the security headers on its answer,
 * turns away what no route should have to look at, and words whatever went wrong behind it.
 */
public final class EdgeFilter implements Filter {

  private static final Logger LOG = LoggerFactory.getLogger(EdgeFilter.class);
  private static final String MDC_KEY = "request_id";

  private final ProblemWriter problems;
  private final SecurityHeaders headers;
  private final RequestBodies bodies;
  private final TrustedProxies proxies;

  EdgeFilter(
      ProblemWriter problems,
      SecurityHeaders headers,
      RequestBodies bodies,
      TrustedProxies proxies) {
    this.proxies = proxies;
    this.problems = problems;
    this.headers = headers;
    this.bodies = bodies;
  }

  @Override
  public void doFilter(ServletRequest rawRequest, ServletResponse rawResponse, FilterChain chain)
      throws IOException {
    var request = (HttpServletRequest) rawRequest;
    var response = (HttpServletResponse) rawResponse;
    // Whatever the client says: a charset that nobody knows would fail whoever asks for it.
    request.setCharacterEncoding(StandardCharsets.UTF_8);
    var id = RequestId.assign(request);
    response.setHeader(RequestId.HEADER, id);
    headers.addTo(response);
    MDC.put(MDC_KEY, id);
    long startNanos = System.nanoTime();
    try {
      RequestGuard.check(request);
      var origin = new Origin(ClientAddress.note(request, proxies).text(), id);
      origin.call(() -> {
        chain.doFilter(UntracedRequest.of(request), response);
        return response;
      });
    } catch (Exception failure) {
      problems.write(refusalOf(failure), request, response);
    } finally {
      bodies.release(request);
      logExchange(request, response, startNanos);
      MDC.remove(MDC_KEY);
    }
  }

  /** What the client is told; a mistake of ours is logged here, once. */
  static Refusal refusalOf(Throwable failure) {
    var cause =
        failure instanceof ServletException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return switch (cause) {
      case Refusal refusal -> refusal;
      case Unavailable unavailable -> {
        // In an outage every request gets here; a line each is enough.
        LOG.warn("Unavailable: {}", unavailable.getMessage());
        LOG.debug("Unavailable, because", unavailable.getCause());
        yield Refusal.of(ProblemType.UNAVAILABLE, "Try again in a moment").with("Retry-After", "2");
      }
      case OwnerGone _ ->
          Refusal.of(ProblemType.INVALID_TOKEN, "Could not validate credentials")
              .with("WWW-Authenticate", "Bearer error=\"invalid_token\"");
      default -> {
        LOG.error("A request failed", cause);
        yield Refusal.of(ProblemType.INTERNAL_ERROR, "The request failed by a mistake of ours");
      }
    };
  }

  private static void logExchange(
      HttpServletRequest request, HttpServletResponse response, long startNanos) {
    if (LOG.isDebugEnabled()) {
      LOG.debug(
          "{} {} {} {} ms",
          oneWord(request.getMethod()),
          oneWord(request.getRequestURI()),
          response.getStatus(),
          (System.nanoTime() - startNanos) / 1_000_000);
    }
  }

  /** The text without anything that could end a line of the log or colour what follows. */
  private static String oneWord(String text) {
    return text.replaceAll("[^!-~]", "?");
  }
}
