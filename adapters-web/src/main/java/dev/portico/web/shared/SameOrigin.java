package dev.portico.web.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells requests that a browser sends for our own pages from those it sends for others, by {@code
 * Sec-Fetch-Site} (W3C Fetch Metadata) and, where a browser does not send it, by {@code Origin}.
 */
final class SameOrigin {

  private static final String SITE = "Sec-Fetch-Site";
  private static final String ORIGIN = "Origin";

  private final String ownOrigin;

  SameOrigin(WebSettings settings) {
    ownOrigin = originOf(settings.publicUrl());
  }

  /**
   * As browsers write it (RFC 6454, section 6.2): in lower case, without the port of the scheme.
   */
  private static String originOf(URI url) {
    boolean usual =
        url.getPort() < 0 || url.getPort() == ("https".equals(url.getScheme()) ? 443 : 80);
    return (url.getScheme() + "://" + url.getHost()).toLowerCase(Locale.ROOT)
        + (usual ? "" : ":" + url.getPort());
  }

  /** Refuses what a browser sends for another site; programs send neither header and pass. */
  void refuseForeign(HttpServletRequest request) {
    if (request.getHeader(SITE) != null || request.getHeader(ORIGIN) != null) {
      requireOwn(request);
    }
  }

  /** Refuses whatever is not known to come from our own pages. */
  void requireOwn(HttpServletRequest request) {
    if (!isOwn(request.getHeader(SITE), request.getHeader(ORIGIN))) {
      throw foreign();
    }
  }

  private static Refusal foreign() {
    return Refusal.of(
        ProblemType.CROSS_SITE, "The request does not come from a page of this service");
  }

  /**
   * Refuses a handshake for another site (RFC 6455, section 10.2). No header outweighs a foreign
   * origin here, since every browser sends it with a handshake.
   */
  void refuseForeignHandshake(HttpServletRequest request) {
    if (request.getHeader(ORIGIN) != null) {
      requireOwnOrigin(request);
    }
    refuseForeign(request);
  }

  /** Refuses whatever does not name our own origin, and it alone. */
  void requireOwnOrigin(HttpServletRequest request) {
    if (!Collections.list(request.getHeaders(ORIGIN)).equals(List.of(ownOrigin))) {
      throw foreign();
    }
  }

  private boolean isOwn(@Nullable String site, @Nullable String origin) {
    if (site != null) {
      // "none" is the user's own doing: typed, or from a bookmark.
      return site.equals("same-origin") || site.equals("none");
    }
    return ownOrigin.equals(origin);
  }
}
