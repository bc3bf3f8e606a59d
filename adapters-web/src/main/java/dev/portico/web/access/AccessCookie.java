package dev.portico.web.access;

import dev.portico.domain.access.AccessToken;
import dev.portico.web.shared.WebSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ResponseCookie;

/** The cookie that holds a browser's access token (RFC 6265bis). */
final class AccessCookie {

  static final String NAME = "access_token";

  private final boolean secure;

  AccessCookie(WebSettings settings) {
    secure = settings.overHttps();
  }

  /** Its {@code Set-Cookie} form. */
  String holding(AccessToken token) {
    return cookie(token.value(), token.lifetime());
  }

  /** The form that makes a browser forget it. */
  String cleared() {
    return cookie("", Duration.ZERO);
  }

  private String cookie(String value, Duration lifetime) {
    return ResponseCookie.from(NAME, value)
        .httpOnly(true)
        .secure(secure)
        .sameSite("Lax")
        .path("/")
        .maxAge(lifetime)
        .build()
        .toString();
  }

  /** The values a request sends under its name: none, one, or suspiciously many. */
  static List<String> valuesIn(HttpServletRequest request) {
    return valuesIn(request, NAME);
  }

  static List<String> valuesIn(HttpServletRequest request, String name) {
    var cookies = request.getCookies();
    if (cookies == null) {
      return List.of();
    }
    var values = new ArrayList<String>(1);
    for (var cookie : cookies) {
      if (cookie.getName().equals(name)) {
        values.add(cookie.getValue());
      }
    }
    return values;
  }
}
