package dev.portico.web.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.springframework.web.cors.CorsUtils;

/**
 * Turns away requests that no route should have to look at: paths that two readers might read
 * differently, browsers that ask for leave on behalf of another site, and bodies that announce
 * themselves as too large or as encoded.
 */
final class RequestGuard {

  /** The most that a request body may have, in bytes. */
  static final int MAX_BODY_BYTES = 1 << 20;

  /**
   * Path characters that never need encoding, and encoded ones that stand for letters of other
   * scripts. Encoded dots, slashes, backslashes and controls have been the way round many a guard.
   * Possessive throughout: a choice to come back to costs stack, and a long path would use it up.
   */
  private static final Pattern PLAIN_PATH =
      Pattern.compile("/|(?:/(?:[A-Za-z0-9._~!$&'()*+,=:@-]|%[89A-Fa-f][0-9A-Fa-f]|%20)++)++/?");

  private RequestGuard() {}

  /**
   * Lets the request pass.
   *
   * @throws Refusal if it should go no further
   */
  static void check(HttpServletRequest request) {
    if (!PLAIN_PATH.matcher(request.getRequestURI()).matches()) {
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

  static Refusal tooLarge() {
    return Refusal.of(ProblemType.TOO_LARGE, "The body has more than " + MAX_BODY_BYTES + " bytes")
        .with("Connection", "close");
  }
}
