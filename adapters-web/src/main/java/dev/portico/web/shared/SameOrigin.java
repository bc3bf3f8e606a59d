package dev.portico.web.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
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
      throw Refusal.of(
          ProblemType.CROSS_SITE, "The request does not come from a page of this service");
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
