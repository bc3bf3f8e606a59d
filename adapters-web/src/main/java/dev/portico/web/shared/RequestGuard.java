package dev.portico.web.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import org.springframework.web.cors.CorsUtils;

/**
 * Turns away requests that no route should have to look at: paths that two readers might read
 * differently, browsers that ask for leave on behalf of another site, and bodies that announce
 * themselves as too large or as encoded.
 */
final class RequestGuard {

  /** The most that a request body may have, in bytes. */
  static final int MAX_BODY_BYTES = 1 << 20;

  /** What never needs encoding in a path, beside letters and digits (RFC 3986, section 3.3). */
  private static final String PLAIN = "._~!$&'()*+,=:@-";

  private static final int ENCODED = "%20".length();

  private RequestGuard() {}

  /**
   * Lets the request pass.
   *
   * @throws Refusal if it should go no further
   */
  static void check(HttpServletRequest request) {
    if (!isPlain(request.getRequestURI())) {
      throw Refusal.of(ProblemType.MALFORMED_REQUEST, "The path has a form that is not allowed");
    }
    if (CorsUtils.isPreFlightRequest(request)) {
      // Said here, once for all routes: the dispatcher would look for somebody to answer it.
      throw Refusal.of(ProblemType.CROSS_SITE, "Pages of other sites may not call this service");
    }
    if (request.getContentLengthLong() > MAX_BODY_BYTES) {
      throw tooLarge();
    }
    var encoding = request.getHeader("Content-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw Refusal.of(
              ProblemType.UNSUPPORTED_MEDIA_TYPE, "The body must not have a Content-Encoding")
          .with("Accept-Encoding", "identity");
    }
  }

  /**
   * Whether the path begins at the root, has no empty segment, and has only characters that never
   * need encoding, and encoded ones that stand for letters of other scripts. Encoded dots, slashes,
   * backslashes and controls have been the way round many a guard.
   */
  static boolean isPlain(String path) {
    if (path.isEmpty() || path.charAt(0) != '/') {
      return false;
    }
    int at = 1;
    while (at < path.length()) {
      char next = path.charAt(at);
      if (next == '%' && isEncodedLetter(path, at)) {
        at += ENCODED;
      } else if (isPlain(next) || (next == '/' && path.charAt(at - 1) != '/')) {
        at++;
      } else {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlain(char next) {
    return (next >= 'a' && next <= 'z')
        || (next >= 'A' && next <= 'Z')
        || (next >= '0' && next <= '9')
        || PLAIN.indexOf(next) >= 0;
  }

  /** A space, or a byte of a character beyond ASCII, which has its highest bit set. */
  private static boolean isEncodedLetter(String path, int at) {
    if (path.length() < at + ENCODED) {
      return false;
    }
    char high = path.charAt(at + 1);
    char low = path.charAt(at + 2);
    return HexFormat.isHexDigit(high)
        && HexFormat.isHexDigit(low)
        && (HexFormat.fromHexDigit(high) >= 8 || (high == '2' && low == '0'));
  }

  static Refusal tooLarge() {
    return Refusal.of(ProblemType.TOO_LARGE, "The body has more than " + MAX_BODY_BYTES + " bytes")
        .with("Connection", "close");
  }
}
