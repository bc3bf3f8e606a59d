package dev.portico.web.access;

import dev.portico.application.Hexagon;
import dev.portico.application.access.EndOtherSessions;
import dev.portico.application.access.EndSession;
import dev.portico.application.access.ListSessions;
import dev.portico.application.access.RevokeToken;
import dev.portico.application.access.SignOut;
import dev.portico.domain.access.SessionId;
import dev.portico.domain.users.UserId;
import dev.portico.web.shared.Authentication;
import dev.portico.web.shared.Caller;
import dev.portico.web.shared.PageJson;
import dev.portico.web.shared.ProblemType;
import dev.portico.web.shared.Refusal;
import dev.portico.web.shared.RoutePolicy;
import dev.portico.web.shared.RoutePolicy.Who;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signing out, and looking after the sessions one has. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
final class SessionsController {

  private final Hexagon hexagon;
  private final Authentication authentication;
  private final SessionCookies cookies;

  SessionsController(Hexagon hexagon, Authentication authentication, SessionCookies cookies) {
    this.hexagon = hexagon;
    this.authentication = authentication;
    this.cookies = cookies;
  }

  /**
   * Ends every session of which the request shows a good token. Of cookies none has to be good:
   * whoever wants out must not have to sign in first, and then forget what is left of the last
   * time.
   */
  @PostMapping("/auth/logout")
  @RoutePolicy(Who.SESSION)
  ResponseEntity<Void> logout(HttpServletRequest request, HttpServletResponse response) {
    boolean byBearer = authentication.showsBearer(request);
    var shown = SessionCookies.tokensIn(request);
    if (byBearer) {
      signOut(authentication.recognise(request, false).caller());
    } else if (shown.isEmpty()) {
      throw AccessRefusals.notAuthenticated();
    }
    for (var token : shown) {
      switch (hexagon.revokeToken().handle(new RevokeToken.Command(token))) {
        case RevokeToken.Outcome.Revoked(), RevokeToken.Outcome.Unknown() -> {}
      }
    }
    if (!shown.isEmpty()) {
      cookies.clearStorage(response);
    }
    return ended(response);
  }

  private void signOut(Caller caller) {
    switch (hexagon.signOut().handle(new SignOut.Command(session(caller), user(caller)))) {
      case SignOut.Outcome.SignedOut() -> {}
    }
  }

  @GetMapping({"/users/me/sessions", "/users/me/sessions/"})
  @RoutePolicy(Who.USER)
  PageJson<SessionJson> list(Caller caller) {
    return switch (hexagon.listSessions().handle(new ListSessions.Command(user(caller)))) {
      case ListSessions.Outcome.Listed(var sessions) ->
          // There are never more of them than fit on a page.
          new PageJson<>(
              sessions.stream().map(it -> SessionJson.of(it, session(caller))).toList(), null);
    };
  }

  @DeleteMapping("/users/me/sessions/{id}")
  @RoutePolicy(Who.USER)
  ResponseEntity<Void> end(@PathVariable String id, Caller caller, HttpServletResponse response) {
    var session = SessionId.parse(id).asOptional().orElseThrow(SessionsController::notFound);
    return switch (hexagon.endSession().handle(new EndSession.Command(session, user(caller)))) {
      case EndSession.Outcome.Ended() ->
          session.equals(session(caller)) ? ended(response) : ResponseEntity.noContent().build();
      case EndSession.Outcome.NotFound() -> throw notFound();
    };
  }

  @DeleteMapping({"/users/me/sessions", "/users/me/sessions/"})
  @RoutePolicy(Who.USER)
  ResponseEntity<Void> endOthers(Caller caller) {
    var command = new EndOtherSessions.Command(user(caller), session(caller));
    return switch (hexagon.endOtherSessions().handle(command)) {
      case EndOtherSessions.Outcome.Ended() -> ResponseEntity.noContent().build();
    };
  }

  /** The caller's own session is over: the browser's cookies, if it is one, are worth nothing. */
  private ResponseEntity<Void> ended(HttpServletResponse response) {
    cookies.clear(response);
    return ResponseEntity.noContent().build();
  }

  private static UserId user(Caller caller) {
    return new UserId(caller.id());
  }

  private static SessionId session(Caller caller) {
    return new SessionId(caller.session());
  }

  private static Refusal notFound() {
    return Refusal.of(ProblemType.NOT_FOUND, "Session not found");
  }
}
