package dev.portico.web.access;

import dev.portico.application.Hexagon;
import dev.portico.application.access.RefreshAccess;
import dev.portico.application.access.RevokeToken;
import dev.portico.application.access.SignIn;
import dev.portico.domain.access.Client;
import dev.portico.domain.access.RefreshToken;
import dev.portico.domain.access.TokenPair;
import dev.portico.web.shared.Caller;
import dev.portico.web.shared.ClientAddress;
import dev.portico.web.shared.FormBody;
import dev.portico.web.shared.Refusal;
import dev.portico.web.shared.RoutePolicy;
import dev.portico.web.shared.RoutePolicy.Who;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signing in: for programs, which keep the tokens, and for browsers, which keep cookies. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
final class AccessController {

  private static final Logger LOG = LoggerFactory.getLogger(AccessController.class);
  private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED_VALUE;

  private final SignIn signIn;
  private final RefreshAccess refreshAccess;
  private final RevokeToken revokeToken;
  private final SessionCookies cookies;

  AccessController(Hexagon hexagon, SessionCookies cookies) {
    signIn = hexagon.signIn();
    refreshAccess = hexagon.refreshAccess();
    revokeToken = hexagon.revokeToken();
    this.cookies = cookies;
  }

  @PostMapping(path = "/auth/token", consumes = FORM)
  @RoutePolicy(Who.PUBLIC)
  ResponseEntity<AccessJson.TokenJson> token(
      FormBody form, ClientAddress address, HttpServletRequest request) {
    var tokens =
        switch (AccessJson.grant(form)) {
          case PASSWORD -> signedIn(form, client(address, request));
          case REFRESH -> refreshed(AccessJson.refreshToken(form));
        };
    // For caches that know HTTP/1.0 alone (RFC 6749, section 5.1).
    return ResponseEntity.ok()
        .header(HttpHeaders.PRAGMA, "no-cache")
        .body(AccessJson.TokenJson.of(tokens));
  }

  /**
   * The tokens go into cookies alone: a page's scripts must not be able to read them. A session
   * whose cookies the browser showed is over: it would be lost to the browser, and may be one that
   * somebody else has foisted on it.
   */
  @PostMapping(path = "/auth/token/cookie", consumes = FORM)
  @RoutePolicy(value = Who.PUBLIC, sameOrigin = true)
  AccessJson.CookieSetJson cookie(
      FormBody form,
      ClientAddress address,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (AccessJson.grant(form) != AccessJson.Grant.PASSWORD) {
      throw AccessRefusals.unsupportedGrant();
    }
    var tokens = signedIn(form, client(address, request));
    for (var token : SessionCookies.tokensIn(request)) {
      switch (revokeToken.handle(new RevokeToken.Command(token))) {
        case RevokeToken.Outcome.Revoked(), RevokeToken.Outcome.Unknown() -> {}
      }
    }
    cookies.set(tokens, response);
    return AccessJson.CookieSetJson.of(tokens.access());
  }

  @PostMapping("/auth/token/cookie/refresh")
  @RoutePolicy(Who.REFRESH)
  AccessJson.CookieSetJson refreshCookie(HttpServletRequest request, HttpServletResponse response) {
    var shown =
        SessionCookies.refreshTokenIn(request).orElseThrow(AccessRefusals::notAuthenticated);
    try {
      var tokens =
          refreshed(
              RefreshToken.parse(shown).asOptional().orElseThrow(AccessRefusals::invalidGrant));
      cookies.set(tokens, response);
      return AccessJson.CookieSetJson.of(tokens.access());
    } catch (Refusal nothingGood) {
      cookies.clear(response);
      throw nothingGood;
    }
  }

  @GetMapping("/protected/cookie")
  @RoutePolicy(Who.COOKIE)
  AccessJson.NameJson whoIsThere(Caller caller) {
    return new AccessJson.NameJson(caller.name());
  }

  private static Client client(ClientAddress address, HttpServletRequest request) {
    return Client.of(
        address.text(), Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), ""));
  }

  private TokenPair refreshed(RefreshToken token) {
    return switch (refreshAccess.handle(new RefreshAccess.Command(token))) {
      case RefreshAccess.Outcome.Refreshed(var tokens) -> tokens;
      case RefreshAccess.Outcome.Refused() -> throw AccessRefusals.invalidGrant();
      case RefreshAccess.Outcome.Replayed() -> {
        LOG.warn("Session {} is over: a refresh token of it was shown again", token.session());
        throw AccessRefusals.invalidGrant();
      }
    };
  }

  private TokenPair signedIn(FormBody form, Client client) {
    return switch (signIn.handle(AccessJson.credentials(form, client))) {
      case SignIn.Outcome.SignedIn(var tokens) -> tokens;
      case SignIn.Outcome.WrongCredentials() -> throw AccessRefusals.wrongCredentials();
      case SignIn.Outcome.Inactive() -> throw AccessRefusals.inactive();
      case SignIn.Outcome.Throttled(var wait) -> throw Refusal.tooOften(wait);
    };
  }
}
