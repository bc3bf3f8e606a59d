package dev.portico.web.access;

import dev.portico.application.Hexagon;
import dev.portico.application.access.AuthenticateCaller;
import dev.portico.application.access.RevokeToken;
import dev.portico.domain.access.Standing;
import dev.portico.web.shared.FormBody;
import dev.portico.web.shared.RoutePolicy;
import dev.portico.web.shared.RoutePolicy.Who;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What programs do with tokens besides showing them: withdraw them, and ask about them. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
final class TokensController {

  private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED_VALUE;

  private final RevokeToken revokeToken;
  private final AuthenticateCaller authenticateCaller;
  private final BiFunction<String, Standing, Map<String, Object>> introspection;

  /**
   * The routes.
   *
   * @param introspection what there is to say of a good access token and whom it stands for
   */
  TokensController(
      Hexagon hexagon, BiFunction<String, Standing, Map<String, Object>> introspection) {
    revokeToken = hexagon.revokeToken();
    authenticateCaller = hexagon.authenticateCaller();
    this.introspection = introspection;
  }

  /** RFC 7009: the same answer whether there was something to revoke or not. */
  @PostMapping(path = "/auth/revoke", consumes = FORM)
  @RoutePolicy(Who.PUBLIC)
  Map<String, Object> revoke(FormBody form) {
    return switch (revokeToken.handle(new RevokeToken.Command(AccessJson.token(form)))) {
      case RevokeToken.Outcome.Revoked(), RevokeToken.Outcome.Unknown() -> Map.of();
    };
  }

  /**
   * RFC 7662. A refresh token is not active: no service that asks could take it for anything
   * (section 4), and one that is careless would take it for an access token.
   */
  @PostMapping(path = "/auth/introspect", consumes = FORM)
  @RoutePolicy(Who.SERVICE)
  Map<String, Object> introspect(FormBody form) {
    var token = AccessJson.token(form);
    return switch (authenticateCaller.handle(new AuthenticateCaller.Command(token))) {
      case AuthenticateCaller.Outcome.Authenticated(var standing) ->
          introspection.apply(token, standing);
      case AuthenticateCaller.Outcome.Expired(), AuthenticateCaller.Outcome.Refused() ->
          Introspection.INACTIVE;
    };
  }
}
