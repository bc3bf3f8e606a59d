package dev.portico.web.access;

import dev.portico.domain.access.TokenPair;
import dev.portico.web.shared.Refusal;
import dev.portico.web.shared.WebSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * The two cookies of a browser's session: the access token's, and that of the refresh token, which
 * a browser sends to the routes that need it and to no others.
 */
final class SessionCookies {

  static final String REFRESH = "refresh_token";

  /** Each is looked up, and a header has room for a hundred. */
  private static final int MOST_SHOWN = 10;

  private static final String CLEAR_SITE_DATA = "Clear-Site-Data";

  private final AccessCookie access;
  private final boolean secure;

  SessionCookies(WebSettings settings) {
    access = new AccessCookie(settings);
    secure = settings.overHttps();
  }

  /** Has the browser keep these tokens, and forget those it has. */
  void set(TokenPair tokens, HttpServletResponse response) {
    response.addHeader(HttpHeaders.SET_COOKIE, access.holding(tokens.access()));
    response.addHeader(
        HttpHeaders.SET_COOKIE, refresh(tokens.refresh().reveal(), tokens.refreshLifetime()));
  }

  /** Has the browser forget both. */
  void clear(HttpServletResponse response) {
    response.addHeader(HttpHeaders.SET_COOKIE, access.cleared());
    response.addHeader(HttpHeaders.SET_COOKIE, refresh("", Duration.ZERO));
  }

  /**
   * Has the browser forget what our pages have stored (W3C Clear Site Data). Not all cookies, since
   * that takes those of every other host of the domain as well; not by http, where none listens.
   */
  void clearStorage(HttpServletResponse response) {
    if (secure) {
      response.setHeader(CLEAR_SITE_DATA, "\"storage\"");
    }
  }

  private String refresh(String value, Duration lifetime) {
    return ResponseCookie.from(REFRESH, value)
        .httpOnly(true)
        .secure(secure)
        .sameSite("Strict")
        .path("/auth")
        .maxAge(lifetime)
        .build()
        .toString();
  }

  /**
   * The refresh token that the request shows in its cookie.
   *
   * @throws Refusal if it shows several
   */
  static Optional<String> refreshTokenIn(HttpServletRequest request) {
    var shown = AccessCookie.valuesIn(request, REFRESH);
    if (shown.size() > 1) {
      throw AccessRefusals.ambiguous("More than one refresh_token cookie");
    }
    return shown.stream().findFirst();
  }

  /** The tokens that the request shows in cookies, up to more than any browser has. */
  static List<String> tokensIn(HttpServletRequest request) {
    return Stream.concat(
            AccessCookie.valuesIn(request).stream(),
            AccessCookie.valuesIn(request, REFRESH).stream())
        .limit(MOST_SHOWN)
        .toList();
  }
}
