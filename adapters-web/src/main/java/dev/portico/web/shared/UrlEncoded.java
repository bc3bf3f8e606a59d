package dev.portico.web.shared;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads {@code application/x-www-form-urlencoded} strictly: no name twice (RFC 6749, section 3.2),
 * every escape whole, every value UTF-8.
 */
final class UrlEncoded {

  private static final int MAX_PARAMETERS = 1_000;

  private UrlEncoded() {}

  /**
   * The parameters by name.
   *
   * @throws Refusal if the text breaks one of the rules
   */
  static Map<String, String> parameters(String encoded) {
    var parameters = new HashMap<String, String>();
    var pairs = encoded.split("&", MAX_PARAMETERS + 1);
    if (pairs.length > MAX_PARAMETERS) {
      throw RequestText.malformed("There are more than " + MAX_PARAMETERS + " parameters");
    }
    for (var pair : pairs) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        var name = decode(equals < 0 ? pair : pair.substring(0, equals));
        var value = equals < 0 ? "" : decode(pair.substring(equals + 1));
        if (parameters.put(name, value) != null) {
          throw RequestText.malformed("A parameter appears more than once");
        }
      }
    }
    return parameters;
  }

  private static String decode(String encoded) {
    byte[] in = encoded.getBytes(StandardCharsets.UTF_8);
    var out = new ByteArrayOutputStream(in.length);
    for (int i = 0; i < in.length; i++) {
      switch (in[i]) {
        case '+' -> out.write(' ');
        case '%' -> {
          out.write(hexPair(in, i + 1));
          i += 2;
        }
        default -> out.write(in[i]);
      }
    }
    return RequestText.clean(RequestText.utf8(out.toByteArray()));
  }

  private static int hexPair(byte[] in, int at) {
    int high = at + 1 < in.length ? Character.digit(in[at], 16) : -1;
    int low = at + 1 < in.length ? Character.digit(in[at + 1], 16) : -1;
    if (high < 0 || low < 0) {
      throw RequestText.malformed("A percent escape is broken");
    }
    return high << 4 | low;
  }
}
