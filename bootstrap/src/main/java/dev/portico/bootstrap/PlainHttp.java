package dev.portico.bootstrap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A client for our own service on this machine: HTTP/1.1 (RFC 9112), a connection a request. It
 * needs hardly a class that the service has not loaded anyway, and next to no memory.
 */
final class PlainHttp {

  /** Longer than the service's own patience with its database, in milliseconds. */
  private static final int PATIENCE_MS = 5_000;

  private final int port;

  PlainHttp(int port) {
    this.port = port;
  }

  /**
   * What came back.
   *
   * @param text everything behind the status line, as UTF-8
   */
  record Answer(int status, String text) {}

  Answer get(String path, String... headers) throws IOException {
    return exchange("GET", path, "", List.of(headers));
  }

  Answer post(String path, String type, String body, String... headers) throws IOException {
    var all = List.of("Content-Type: " + type, String.join("\r\n", headers));
    return exchange("POST", path, body, all);
  }

  private Answer exchange(String method, String path, String body, List<String> headers)
      throws IOException {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    var head = new StringBuilder();
    head.append(method).append(' ').append(path).append(" HTTP/1.1\r\n");
    head.append("Host: localhost:").append(port).append("\r\nConnection: close\r\n");
    if (content.length > 0) {
      head.append("Content-Length: ").append(content.length).append("\r\n");
    }
    headers.stream().filter(it -> !it.isEmpty()).forEach(it -> head.append(it).append("\r\n"));
    head.append("\r\n");
    try (var socket = new Socket()) {
      socket.setSoTimeout(PATIENCE_MS);
      var here = InetAddress.getLoopbackAddress();
      socket.connect(new InetSocketAddress(here, port), PATIENCE_MS);
      var out = socket.getOutputStream();
      out.write(head.toString().getBytes(StandardCharsets.US_ASCII));
      out.write(content);
      out.flush();
      return read(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static Answer read(String answer) throws IOException {
    if (!answer.startsWith("HTTP/1.1 ") || answer.length() < 12) {
      throw new IOException("no answer in HTTP/1.1");
    }
    return new Answer(Integer.parseInt(answer.substring(9, 12)), answer.substring(12));
  }
}
