package dev.portico.bootstrap;

import dev.portico.web.shared.ServerRefusals;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Hands what Tomcat itself refuses to {@link ServerRefusals}, in place of Tomcat's own HTML page,
 * which would name the server and its version.
 */
final class ConnectorRefusals extends ValveBase {

  private final ServerRefusals refusals;

  ConnectorRefusals(ServerRefusals refusals) {
    super(true);
    this.refusals = refusals;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    getNext().invoke(request, response);
    if (!response.isCommitted()
        && response.getStatus() >= 400
        && response.getContentWritten() == 0
        && response.setErrorReported()) {
      response.setSuspended(false);
      refusals.answer(response.getStatus(), request.getRequest(), response.getResponse());
    }
  }
}
