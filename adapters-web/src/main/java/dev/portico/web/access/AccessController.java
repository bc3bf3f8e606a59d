package dev.portico.web.access;

import dev.portico.application.Hexagon;
import dev.portico.application.access.RefreshAccess;
import dev.portico.application.access.SignIn;
import dev.portico.application.access.SignOut;
import dev.portico.domain.access.Client;
import dev.portico.domain.access.RefreshToken;
import dev.portico.domain.access.SessionId;
import dev.portico.domain.access.TokenPair;
import dev.portico.domain.users.UserId;
import dev.portico.web.shared.Caller;
import dev.portico.web.shared.ClientAddress;
import dev.portico.web.shared.FormBody;
import dev.portico.web.shared.RoutePolicy;
import dev.portico.web.shared.RoutePolicy.Who;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signing in: for programs, which keep the token, and for browsers, which keep a cookie. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
final class AccessController {

  private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED_VALUE;

  private final SignIn signIn;
  private final RefreshAccess refreshAccess;
  private final SignOut signOut;
  private final AccessCookie cookie;

  AccessController(Hexagon hexagon, AccessCookie cookie) {
    signIn = hexagon.signIn();
    refreshAccess = hexagon.refreshAccess();
    signOut = hexagon.signOut();
    this.cookie = cookie;
  }

  @PostMapping(path = "/auth/token", consumes = FORM)
  @RoutePolicy(Who.PUBLIC)
  AccessJson.TokenJson token(FormBody form, ClientAddress address, HttpServletRequest request) {
    return AccessJson.TokenJson.of(
        switch (AccessJson.grant(form)) {
          case PASSWORD -> signedIn(form, client(address, request));
          case REFRESH -> refreshed(AccessJson.refreshToken(form));
        });
  }

  /** The token goes into the cookie alone: a page's scripts must not be able to read it. */
  @PostMapping(path = "/auth/token/cookie", consumes = FORM)
  @RoutePolicy(value = Who.PUBLIC, sameOrigin = true)
  ResponseEntity<AccessJson.CookieSetJson> cookie(
      FormBody form, ClientAddress address, HttpServletRequest request) {
    if (AccessJson.grant(form) != AccessJson.Grant.PASSWORD) {
      throw AccessRefusals.unsupportedGrant();
    }
    var token = signedIn(form, client(address, request)).access();
    return ResponseEntity.ok()
        .header(HttpHeaders.SET_COOKIE, cookie.holding(token))
        .body(AccessJson.CookieSetJson.of(token));
  }

  @GetMapping("/protected/cookie")
  @RoutePolicy(Who.COOKIE)
  AccessJson.NameJson whoIsThere(Caller caller) {
    return new AccessJson.NameJson(caller.name());
  }

  @PostMapping("/auth/logout")
  @RoutePolicy(Who.USER)
  ResponseEntity<Void> logout(Caller caller) {
    return switch (signOut.handle(
        new SignOut.Command(new SessionId(caller.session()), new UserId(caller.id())))) {
      case SignOut.Outcome.SignedOut() ->
          ResponseEntity.noContent().header(HttpHeaders.SET_COOKIE, cookie.cleared()).build();
    };
  }

  private static Client client(ClientAddress address, HttpServletRequest request) {
    return Client.of(
        address.text(), Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), ""));
  }

  private TokenPair refreshed(RefreshToken token) {
    return switch (refreshAccess.handle(new RefreshAccess.Command(token))) {
      case RefreshAccess.Outcome.Refreshed(var tokens) -> tokens;
      case RefreshAccess.Outcome.Refused(), RefreshAccess.Outcome.Replayed() ->
          throw AccessRefusals.invalidGrant();
    };
  }

  private TokenPair signedIn(FormBody form, Client client) {
    return switch (signIn.handle(AccessJson.credentials(form, client))) {
      case SignIn.Outcome.SignedIn(var tokens) -> tokens;
      case SignIn.Outcome.WrongCredentials() -> throw AccessRefusals.wrongCredentials();
      case SignIn.Outcome.Inactive() -> throw AccessRefusals.inactive();
    };
  }
}
