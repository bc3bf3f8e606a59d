package dev.portico.web.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** What an opening handshake consists of (RFC 6455, section 4.1). */
final class TestHandshake {

  /** The example of RFC 6455, section 1.3: what it is does not matter to a test. */
  private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";

  private static final List<String> HEADERS =
      List.of(
          "Upgrade",
          "websocket",
          "Connection",
          "Upgrade",
          "Sec-WebSocket-Version",
          "13",
          "Sec-WebSocket-Key",
          KEY);

  private TestHandshake() {}

  /** A handshake; what the test says itself goes before what is usual. */
  static TestRequest of(String target, List<String> headers) {
    var usual = new ArrayList<String>();
    for (int i = 0; i < HEADERS.size(); i += 2) {
      if (!hasHeader(headers, HEADERS.get(i))) {
        usual.addAll(HEADERS.subList(i, i + 2));
      }
    }
    return TestRequest.of("GET", target).with(usual).with(headers);
  }

  private static boolean hasHeader(List<String> headers, String name) {
    for (int i = 0; i < headers.size(); i += 2) {
      if (headers.get(i).equalsIgnoreCase(name)) {
        return true;
      }
    }
    return false;
  }

  /** What the service proves with that it has read the key. */
  static String acceptOf(String key) {
    try {
      var sha1 = MessageDigest.getInstance("SHA-1");
      var text = key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
      return Base64.getEncoder()
          .encodeToString(sha1.digest(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
