package dev.portico.web.access;

import dev.portico.application.access.SignIn;
import dev.portico.domain.access.AccessToken;
import dev.portico.web.shared.Caller;
import dev.portico.web.shared.FormBody;
import dev.portico.web.shared.RoutePolicy;
import dev.portico.web.shared.RoutePolicy.Who;
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
  private final AccessCookie cookie;

  AccessController(SignIn signIn, AccessCookie cookie) {
    this.signIn = signIn;
    this.cookie = cookie;
  }

  @PostMapping(path = "/auth/token", consumes = FORM)
  @RoutePolicy(Who.PUBLIC)
  AccessJson.TokenJson token(FormBody form) {
    return AccessJson.TokenJson.of(signedIn(form));
  }

  /** The token goes into the cookie alone: a page's scripts must not be able to read it. */
  @PostMapping(path = "/auth/token/cookie", consumes = FORM)
  @RoutePolicy(value = Who.PUBLIC, sameOrigin = true)
  ResponseEntity<AccessJson.CookieSetJson> cookie(FormBody form) {
    var token = signedIn(form);
    return ResponseEntity.ok()
        .header(HttpHeaders.SET_COOKIE, cookie.holding(token))
        .body(AccessJson.CookieSetJson.of(token));
  }

  @GetMapping("/protected/cookie")
  @RoutePolicy(Who.COOKIE)
  AccessJson.NameJson whoIsThere(Caller caller) {
    return new AccessJson.NameJson(caller.name());
  }

  private AccessToken signedIn(FormBody form) {
    return switch (signIn.handle(AccessJson.credentials(form))) {
      case SignIn.Outcome.SignedIn(var token) -> token;
      case SignIn.Outcome.WrongCredentials() -> throw AccessRefusals.wrongCredentials();
      case SignIn.Outcome.Inactive() -> throw AccessRefusals.inactive();
    };
  }
}
