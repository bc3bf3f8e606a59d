package dev.portico.web.access;

import dev.portico.application.access.AuthenticateCaller;
import dev.portico.application.access.AuthenticateCaller.Outcome;
import dev.portico.domain.access.Standing;
import dev.portico.domain.users.Role;
import dev.portico.web.shared.Authentication;
import dev.portico.web.shared.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Recognises callers by bearer token (RFC 6750, section 2.1) or by cookie, and those who open a
 * WebSocket by a token among its subprotocols as well. A token in the query is never read.
 */
final class TokenAuthentication implements Authentication {

  private static final String SCHEME = "bearer";
  private static final String SUBPROTOCOLS = "Sec-WebSocket-Protocol";
  private static final String TOKEN_SUBPROTOCOL = "bearer.";
  private static final Pattern QUERY_TOKEN = Pattern.compile("(^|&)access_token=");

  private final AuthenticateCaller authenticateCaller;
  private final Optional<ServiceSecret> serviceSecret;

  TokenAuthentication(AuthenticateCaller authenticateCaller, Optional<ServiceSecret> services) {
    this.authenticateCaller = authenticateCaller;
    this.serviceSecret = services;
  }

  @Override
  public Recognised recognise(HttpServletRequest request, boolean cookieOnly) {
    return recognise(request, cookieOnly ? Optional.empty() : bearer(request))
        .orElseThrow(AccessRefusals::notAuthenticated);
  }

  @Override
  public Optional<Recognised> recogniseAnyone(HttpServletRequest request) {
    var bearer = bearer(request);
    if (bearer.isPresent()) {
      return recognise(request, bearer);
    }
    return only(AccessCookie.valuesIn(request), "More than one access_token cookie")
        .flatMap(token ->
            userOf(token).map(it -> new Recognised(it, true, () -> userOf(token).isPresent())));
  }

  @Override
  public Optional<Recognised> recogniseHandshake(HttpServletRequest request) {
    var header = bearer(request);
    var subprotocol = only(tokensAmongSubprotocols(request), "More than one token subprotocol");
    if (header.isPresent() && subprotocol.isPresent()) {
      throw AccessRefusals.ambiguous("A token among the subprotocols beside one in the header");
    }
    return recognise(request, header.or(() -> subprotocol));
  }

  @Override
  public boolean showsBearer(HttpServletRequest request) {
    return bearer(request).isPresent();
  }

  @Override
  public boolean isService(HttpServletRequest request) {
    var bearer = bearer(request);
    return serviceSecret.isPresent()
        && bearer.filter(shown -> serviceSecret.get().is(shown)).isPresent();
  }

  private Optional<Recognised> recognise(HttpServletRequest request, Optional<String> bearer) {
    var cookie = only(AccessCookie.valuesIn(request), "More than one access_token cookie");
    if (bearer.isEmpty()) {
      return cookie.map(token -> recognised(token, true));
    }
    var recognised = recognised(bearer.get(), false);
    if (cookie
        .flatMap(this::userOf)
        .filter(other -> !other.id().equals(recognised.caller().id()))
        .isPresent()) {
      throw AccessRefusals.ambiguous("The bearer token and the cookie are of different users");
    }
    return Optional.of(recognised);
  }

  private Recognised recognised(String token, boolean byCookie) {
    return new Recognised(callerOf(token), byCookie, () -> userOf(token).isPresent());
  }

  private static List<String> tokensAmongSubprotocols(HttpServletRequest request) {
    return Collections.list(request.getHeaders(SUBPROTOCOLS)).stream()
        .flatMap(list -> Arrays.stream(list.split(",", -1)))
        .map(String::strip)
        .filter(name -> name.startsWith(TOKEN_SUBPROTOCOL))
        .map(name -> name.substring(TOKEN_SUBPROTOCOL.length()))
        .toList();
  }

  /** Whose the token is; nobody's if it is no good, as a browser's left-over cookie may be. */
  private Optional<Caller> userOf(String token) {
    return switch (authenticateCaller.handle(new AuthenticateCaller.Command(token))) {
      case Outcome.Authenticated(var standing) -> Optional.of(caller(standing));
      case Outcome.Expired(), Outcome.Refused() -> Optional.empty();
    };
  }

  private static Optional<String> bearer(HttpServletRequest request) {
    var sent =
        only(
            Collections.list(request.getHeaders("Authorization")),
            "More than one Authorization header");
    var query = request.getQueryString();
    if (sent.isPresent() && query != null && QUERY_TOKEN.matcher(query).find()) {
      throw AccessRefusals.ambiguous("A token in the query beside one in the header");
    }
    return sent.filter(TokenAuthentication::isBearer)
        .map(header -> header.substring(SCHEME.length()).strip());
  }

  private static boolean isBearer(String header) {
    return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && (header.length() == SCHEME.length() || header.charAt(SCHEME.length()) == ' ');
  }

  private static Optional<String> only(List<String> values, String refusal) {
    if (values.size() > 1) {
      throw AccessRefusals.ambiguous(refusal);
    }
    return values.stream().findFirst();
  }

  private Caller callerOf(String token) {
    return switch (authenticateCaller.handle(new AuthenticateCaller.Command(token))) {
      case Outcome.Authenticated(var standing) -> caller(standing);
      case Outcome.Expired() -> throw AccessRefusals.expired();
      case Outcome.Refused() -> throw AccessRefusals.invalidToken();
    };
  }

  private static Caller caller(Standing standing) {
    var user = standing.user();
    return new Caller(
        user.id().value(),
        user.username().text(),
        standing.session().value(),
        user.has(Role.ADMIN));
  }
}
