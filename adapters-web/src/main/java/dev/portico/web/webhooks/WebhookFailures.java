package dev.portico.web.webhooks;

import dev.portico.domain.webhooks.Reply.Failure;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLException;

/** What an exception of the client means. */
final class WebhookFailures {

  private WebhookFailures() {}

  static Failure of(ExecutionException failed) {
    return switch (failed.getCause()) {
      case CheckedAddresses.Forbidden _ -> Failure.ADDRESS_REFUSED;
      case UnknownHostException _ -> Failure.NAME_UNKNOWN;
      case SSLException _ -> Failure.NOT_TRUSTED;
      case InterruptedIOException _ -> Failure.TIMEOUT;
      case SocketException _ -> Failure.NO_CONNECTION;
      case null, default -> Failure.NO_HTTP;
    };
  }
}
