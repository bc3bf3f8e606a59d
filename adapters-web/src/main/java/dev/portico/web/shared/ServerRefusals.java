package dev.portico.web.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Words what an HTTP server refuses by itself, before {@link EdgeFilter} gets to see it. */
public final class ServerRefusals {

  private final ProblemWriter problems;
  private final SecurityHeaders headers;

  ServerRefusals(ProblemWriter problems, SecurityHeaders headers) {
    this.problems = problems;
    this.headers = headers;
  }

  /**
   * Answers a request that the server gave up.
   *
   * @param status what the server would have answered, 400 or more
   */
  public void answer(int status, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader(RequestId.HEADER, RequestId.assign(request));
    headers.addTo(response);
    problems.write(refusalOf(status), request, response);
  }

  private static Refusal refusalOf(int status) {
    return switch (status) {
      case 404 -> Refusal.of(ProblemType.NOT_FOUND);
      case 413 -> RequestGuard.tooLarge();
      case 500 -> Refusal.of(ProblemType.INTERNAL_ERROR);
      case 503 -> Refusal.of(ProblemType.UNAVAILABLE).with("Retry-After", "2");
      // 501 among them: a transfer encoding that nobody knows is the client's mistake.
      default -> Refusal.of(ProblemType.MALFORMED_REQUEST);
    };
  }
}
