package dev.portico.web.shared;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Pages of HTML, each with what it may do in a browser (Content Security Policy, level 3). */
public final class HtmlPage {

  /** Scripts, styles and requests of our own and no others, and nothing in line. */
  public static final String OWN_FILES_ONLY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " require-trusted-types-for 'script'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

  private HtmlPage() {}

  /** A page that nobody keeps. */
  public static ResponseEntity<byte[]> of(byte[] html, String policy) {
    return ResponseEntity.ok()
        .contentType(HTML)
        .header("Content-Security-Policy", policy)
        .body(html);
  }
}
