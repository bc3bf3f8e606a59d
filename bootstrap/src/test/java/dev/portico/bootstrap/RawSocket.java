package dev.portico.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Sends bytes as they are, which no client library does. */
final class RawSocket {

  private static final int TIMEOUT_MS = 20_000;

  private RawSocket() {}

  /** What the server answers until it closes; Latin-1 on the way out, UTF-8 on the way back. */
  static String send(String request) throws IOException {
    return send(request, false);
  }

  /** The same, where nothing more will come from us though more was announced. */
  static String sendAndEnd(String request) throws IOException {
    return send(request, true);
  }

  private static String send(String request, boolean end) throws IOException {
    try (var socket = new Socket("localhost", PorticoOnTestDatabase.port())) {
      socket.setSoTimeout(TIMEOUT_MS);
      var writer = Thread.ofVirtual().start(() -> write(socket, request, end));
      var response = read(socket);
      writer.interrupt();
      assertThat(response.toLowerCase(Locale.ROOT))
          .doesNotContain("tomcat", "<html", "exception", "dev.portico");
      return response;
    }
  }

  private static void write(Socket socket, String request, boolean end) {
    try {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      if (end) {
        socket.shutdownOutput();
      }
    } catch (IOException serverHasHeardEnough) {
      // What it answered is what counts.
    }
  }

  private static String read(Socket socket) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var buffer = new byte[8192];
    try {
      for (int n; (n = socket.getInputStream().read(buffer)) >= 0; ) {
        bytes.write(buffer, 0, n);
      }
    } catch (SocketException reset) {
      // After the answer, if there was one.
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  static String get(String target, String... headers) throws IOException {
    return send(request("GET", target, headers));
  }

  /** A request without a body, which asks for the connection to be closed. */
  static String request(String method, String target, String... headers) {
    return method
        + " "
        + target
        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        + String.join("", headers)
        + "\r\n";
  }

  /** A request with a body; the headers say how long it is. */
  static String post(String target, String type, String body, String... headers) {
    return request("POST", target, ("Content-Type: " + type + "\r\n") + String.join("", headers))
        + body;
  }

  static int status(String response) {
    assertThat(response).startsWith("HTTP/1.1 ");
    return Integer.parseInt(response.substring(9, 12));
  }

  /** Whether the answer is a refusal in our words. */
  static void assertRefused(String response, Integer... statuses) {
    assertThat(status(response)).as(response).isIn((Object[]) statuses);
    assertThat(response).contains("X-Content-Type-Options: nosniff", "X-Request-Id: ", "\"type\":");
  }
}
