package dev.portico.web.shared;

import jakarta.servlet.http.HttpServletResponse;

/**
 * The headers that every answer carries (OWASP ASVS 5.0 V3.4). An answer that may be kept, or that
 * shows a page, says so itself and overrides the default.
 */
final class SecurityHeaders {

  /** Two years, in seconds. */
  private static final String HSTS = "max-age=63072000; includeSubDomains";

  private static final String API_POLICY = "default-src 'none'; frame-ancestors 'none'";

  /** For the documentation: our own scripts and styles; Swagger UI writes styles inline. */
  static final String PAGE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private final boolean overHttps;

  SecurityHeaders(WebSettings settings) {
    overHttps = settings.overHttps();
  }

  /** Puts them on the answer. */
  void addTo(HttpServletResponse response) {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", API_POLICY);
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Cache-Control", "no-store");
    if (overHttps) {
      // Browsers must ignore it over http (RFC 6797, section 8.1).
      response.setHeader("Strict-Transport-Security", HSTS);
    }
  }
}
