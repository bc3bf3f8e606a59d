package dev.portico.bootstrap;

import dev.portico.web.shared.ProblemType;
import dev.portico.web.shared.ProblemWriter;
import dev.portico.web.shared.Refusal;
import dev.portico.web.shared.SecurityHeaders;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Words what the server itself refuses before our filter gets to see it, in place of its own HTML
 * page, which would name the server and its version.
 */
final class ConnectorRefusals extends ValveBase {

  private final ProblemWriter problems;
  private final SecurityHeaders headers;

  ConnectorRefusals(ProblemWriter problems, SecurityHeaders headers) {
    super(true);
    this.problems = problems;
    this.headers = headers;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    getNext().invoke(request, response);
    if (response.isCommitted() || !response.setErrorReported()) {
      return;
    }
    int status = response.getStatus();
    if (status >= 400 && response.getContentWritten() == 0) {
      response.setSuspended(false);
      headers.addTo(response.getResponse());
      problems.write(refusalOf(status), request.getRequest(), response.getResponse());
    }
  }

  private static Refusal refusalOf(int status) {
    return switch (status) {
      case 404 -> Refusal.of(ProblemType.NOT_FOUND);
      case 413 -> Refusal.of(ProblemType.TOO_LARGE);
      case 503 -> Refusal.of(ProblemType.UNAVAILABLE).with("Retry-After", "2");
      default ->
          Refusal.of(status < 500 ? ProblemType.MALFORMED_REQUEST : ProblemType.INTERNAL_ERROR);
    };
  }
}
