package dev.portico.web.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * Names a request in the answer and in the log. A caller's own name for it is kept if it is
 * harmless there.
 */
final class RequestId {

  static final String HEADER = "X-Request-Id";
  private static final String ATTRIBUTE = RequestId.class.getName();
  private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private RequestId() {}

  /** Gives the request its name. */
  static String assign(HttpServletRequest request) {
    var sent = request.getHeader(HEADER);
    // Not a secret, so it need not be hard to guess.
    var id =
        sent != null && HARMLESS.matcher(sent).matches()
            ? sent
            : HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    request.setAttribute(ATTRIBUTE, id);
    return id;
  }

  /** The name it was given. */
  static String of(HttpServletRequest request) {
    return String.valueOf(request.getAttribute(ATTRIBUTE));
  }
}
