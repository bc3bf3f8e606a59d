package dev.portico.web.access;

import dev.portico.application.access.SignIn;
import dev.portico.domain.access.AccessToken;
import dev.portico.domain.access.Client;
import dev.portico.domain.access.RefreshToken;
import dev.portico.domain.access.TokenPair;
import dev.portico.domain.shared.Parsed;
import dev.portico.domain.users.Password;
import dev.portico.domain.users.SignInName;
import dev.portico.web.shared.FormBody;
import java.util.Arrays;

/** Signing in as it looks on the wire. */
final class AccessJson {

  /** The one scope there is: whatever the user may do. */
  static final String SCOPE = "account";

  private static final String PASSWORD_GRANT = "password";
  static final String REFRESH_GRANT = "refresh_token";

  private AccessJson() {}

  /** A token response (RFC 6749, section 5.1). */
  record TokenJson(
      String accessToken, String tokenType, long expiresIn, String refreshToken, String scope) {

    static TokenJson of(TokenPair tokens) {
      return new TokenJson(
          tokens.access().value(),
          "bearer",
          tokens.access().lifetime().toSeconds(),
          tokens.refresh().reveal(),
          SCOPE);
    }

    /** Never the token: it may end up in a log. */
    @Override
    public String toString() {
      return "TokenJson[hidden]";
    }
  }

  /** What a browser's page learns of its cookie. */
  record CookieSetJson(long expiresIn) {

    static CookieSetJson of(AccessToken token) {
      return new CookieSetJson(token.lifetime().toSeconds());
    }
  }

  /** Who the cookie belongs to. */
  record NameJson(String username) {}

  /** What somebody at the token endpoint wants. */
  enum Grant {
    PASSWORD,
    REFRESH
  }

  /** Reads what is wanted: the password form may leave it out. */
  static Grant grant(FormBody form) {
    var type = form.optional("grant_type", Parsed::accepted).ifValid().flatMap(it -> it);
    return switch (type.orElse(PASSWORD_GRANT)) {
      case PASSWORD_GRANT -> Grant.PASSWORD;
      case REFRESH_GRANT -> Grant.REFRESH;
      default -> throw AccessRefusals.unsupportedGrant();
    };
  }

  /** Reads the token to exchange. What is none is as good as one that nobody knows. */
  static RefreshToken refreshToken(FormBody form) {
    var token = form.required("refresh_token", Parsed::accepted);
    var scope = form.optional("scope", Parsed::accepted);
    form.check();
    if (!scope.value().map(AccessJson::isGranted).orElse(true)) {
      throw AccessRefusals.invalidScope();
    }
    return RefreshToken.parse(token.value()).asOptional().orElseThrow(AccessRefusals::invalidGrant);
  }

  /** Whether it asks for no more than there is (RFC 6749, section 6). */
  private static boolean isGranted(String scope) {
    return Arrays.stream(scope.split(" ", -1))
        .allMatch(part -> part.isEmpty() || part.equals(SCOPE));
  }

  /** Reads the token that a form is about (RFC 7009, section 2.1; RFC 7662, section 2.1). */
  static String token(FormBody form) {
    var token = form.required("token", Parsed::accepted);
    form.check();
    return token.value();
  }

  /** Reads who wants in. */
  static SignIn.Command credentials(FormBody form, Client client) {
    var name = form.required("username", text -> Parsed.accepted(SignInName.of(text)));
    var password = form.required("password", Password::parse);
    form.check();
    return new SignIn.Command(name.value(), password.value(), client);
  }
}
