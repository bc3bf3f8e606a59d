package dev.portico.web.access;

import dev.portico.application.access.SignIn;
import dev.portico.domain.access.AccessToken;
import dev.portico.domain.shared.Parsed;
import dev.portico.domain.users.Password;
import dev.portico.domain.users.SignInName;
import dev.portico.web.shared.FormBody;

/** Signing in as it looks on the wire. */
final class AccessJson {

  /** The one scope there is: whatever the user may do. */
  static final String SCOPE = "account";

  private static final String PASSWORD_GRANT = "password";

  private AccessJson() {}

  /** A token response (RFC 6749, section 5.1). */
  record TokenJson(String accessToken, String tokenType, long expiresIn, String scope) {

    static TokenJson of(AccessToken token) {
      return new TokenJson(token.value(), "bearer", token.lifetime().toSeconds(), SCOPE);
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

  /** Reads who wants in. */
  static SignIn.Command credentials(FormBody form) {
    var grant = form.optional("grant_type", Parsed::accepted);
    grant
        .ifValid()
        .flatMap(type -> type)
        .filter(type -> !type.equals(PASSWORD_GRANT))
        .ifPresent(_ -> {
          throw AccessRefusals.unsupportedGrant();
        });
    var name = form.required("username", text -> Parsed.accepted(SignInName.of(text)));
    var password = form.required("password", Password::parse);
    form.check();
    return new SignIn.Command(name.value(), password.value());
  }
}
