package dev.portico.web.shared;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;

/** Opens a WebSocket on a connection of its own. */
final class WireHandshake {

  private static final int TIMEOUT_MS = 20_000;
  private static final int MAX_HEAD_BYTES = 64 << 10;
  private static final int SWITCHING_PROTOCOLS = 101;

  private WireHandshake() {}

  static TestClient.Opening open(URI base, TestRequest request) {
    try {
      var socket = connect(base);
      socket.setSoTimeout(TIMEOUT_MS);
      socket.getOutputStream().write(head(base, request).getBytes(StandardCharsets.ISO_8859_1));
      var in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
      var answer = answer(in);
      if (answer.status() != SWITCHING_PROTOCOLS) {
        socket.close();
        return new TestClient.Opening(answer, Optional.empty());
      }
      var inbox = new Inbox();
      var link = new WireLink(socket, in, inbox);
      link.start();
      return new TestClient.Opening(
          answer, Optional.of(new TestSocket(request.target(), answer, inbox, link)));
    } catch (IOException failure) {
      throw new AssertionError("no answer to the handshake at " + request.target(), failure);
    }
  }

  private static Socket connect(URI base) throws IOException {
    boolean secure = "https".equals(base.getScheme());
    int port = base.getPort() > 0 ? base.getPort() : secure ? 443 : 80;
    return secure
        ? SSLSocketFactory.getDefault().createSocket(base.getHost(), port)
        : new Socket(base.getHost(), port);
  }

  private static String head(URI base, TestRequest request) {
    var head = new StringBuilder("GET " + request.target() + " HTTP/1.1\r\n");
    head.append("Host: ").append(base.getRawAuthority()).append("\r\n");
    var headers = request.headers();
    for (int i = 0; i < headers.size(); i += 2) {
      head.append(headers.get(i)).append(": ").append(headers.get(i + 1)).append("\r\n");
    }
    return head.append("\r\n").toString();
  }

  private static TestResponse answer(InputStream in) throws IOException {
    var lines = readHead(in).split("\r\n", -1);
    int status = Integer.parseInt(lines[0].split(" ", 3)[1]);
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (int i = 1; i < lines.length && !lines[i].isEmpty(); i++) {
      var header = lines[i].split(": *", 2);
      headers
          .computeIfAbsent(header[0].toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
          .add(header[1]);
    }
    var length = headers.getOrDefault("content-length", List.of("0")).getFirst();
    return new TestResponse(status, headers, in.readNBytes(Integer.parseInt(length)));
  }

  private static String readHead(InputStream in) throws IOException {
    var head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0 || head.size() > MAX_HEAD_BYTES) {
        throw new IOException("no answer but " + head.toString(StandardCharsets.ISO_8859_1));
      }
      head.write(next);
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }
}
