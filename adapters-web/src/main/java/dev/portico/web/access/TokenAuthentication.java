package dev.portico.web.access;

import dev.portico.application.access.AuthenticateCaller;
import dev.portico.application.access.AuthenticateCaller.Outcome;
import dev.portico.domain.users.User;
import dev.portico.web.shared.Authentication;
import dev.portico.web.shared.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Recognises callers by bearer token (RFC 6750, section 2.1) or by cookie. A token in the query is
 * never read.
 */
final class TokenAuthentication implements Authentication {

  private static final String SCHEME = "bearer";
  private static final Pattern QUERY_TOKEN = Pattern.compile("(^|&)access_token=");

  private final AuthenticateCaller authenticateCaller;

  TokenAuthentication(AuthenticateCaller authenticateCaller) {
    this.authenticateCaller = authenticateCaller;
  }

  @Override
  public Recognised recognise(HttpServletRequest request, boolean cookieOnly) {
    var cookie = only(AccessCookie.valuesIn(request), "More than one access_token cookie");
    var bearer = cookieOnly ? Optional.<String>empty() : bearer(request);
    if (bearer.isEmpty()) {
      var token = cookie.orElseThrow(AccessRefusals::notAuthenticated);
      return new Recognised(callerOf(token), true);
    }
    var caller = callerOf(bearer.get());
    if (cookie.flatMap(this::userOf).filter(other -> !other.equals(caller)).isPresent()) {
      throw AccessRefusals.ambiguous("The bearer token and the cookie are of different users");
    }
    return new Recognised(caller, false);
  }

  /** Whose the token is; nobody's if it is no good, as a browser's left-over cookie may be. */
  private Optional<Caller> userOf(String token) {
    return switch (authenticateCaller.handle(new AuthenticateCaller.Command(token))) {
      case Outcome.Authenticated(var user) -> Optional.of(caller(user));
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
      case Outcome.Authenticated(var user) -> new Caller(user.id().value(), user.username().text());
      case Outcome.Expired() -> throw AccessRefusals.expired();
      case Outcome.Refused() -> throw AccessRefusals.invalidToken();
    };
  }

  private static Caller caller(User user) {
    return new Caller(user.id().value(), user.username().text());
  }
}
