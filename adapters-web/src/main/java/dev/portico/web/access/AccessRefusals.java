package dev.portico.web.access;

import dev.portico.web.shared.ProblemType;
import dev.portico.web.shared.Refusal;

/** How the access feature words its refusals (RFC 6749, section 5.2; RFC 6750, section 3). */
final class AccessRefusals {

  private static final String CHALLENGE = "WWW-Authenticate";

  private AccessRefusals() {}

  static Refusal wrongCredentials() {
    return Refusal.of(ProblemType.WRONG_CREDENTIALS, "Incorrect username or password")
        .with(CHALLENGE, "Bearer");
  }

  static Refusal inactive() {
    return Refusal.of(ProblemType.INACTIVE_USER, "Inactive user");
  }

  static Refusal unsupportedGrant() {
    return Refusal.of(
        ProblemType.UNSUPPORTED_GRANT_TYPE, "The grant_type must be password or refresh_token");
  }

  /** One text for all codes that are no good: unknown, used, replaced, over, or for another act. */
  static Refusal invalidCode() {
    return Refusal.of(ProblemType.INVALID_CODE, "The code is unknown, used, or its time is over");
  }

  /** Not a 401: whoever asks is recognised, and need not sign in again. */
  static Refusal wrongPassword() {
    return Refusal.of(ProblemType.WRONG_PASSWORD, "The current password is wrong");
  }

  /** A step up: the session is good, and more is asked for. */
  static Refusal passwordNeeded() {
    return Refusal.of(
        ProblemType.PASSWORD_NEEDED, "Another address needs current_password as well");
  }

  static Refusal lastAdmin() {
    return Refusal.of(ProblemType.ADMINISTRATOR_NEEDED, "No active administrator would be left");
  }

  /** Which of the reasons is nobody's business who does not have the token. */
  static Refusal invalidGrant() {
    return Refusal.of(
        ProblemType.INVALID_GRANT, "The refresh token is unknown, spent, or its session is over");
  }

  static Refusal invalidScope() {
    return Refusal.of(ProblemType.INVALID_SCOPE, "The scope goes beyond what was granted");
  }

  static Refusal notAuthenticated() {
    return Refusal.of(ProblemType.NOT_AUTHENTICATED, "Not authenticated").with(CHALLENGE, "Bearer");
  }

  static Refusal expired() {
    return Refusal.of(ProblemType.INVALID_TOKEN, "Token has expired")
        .with(CHALLENGE, "Bearer error=\"invalid_token\"");
  }

  static Refusal invalidToken() {
    return Refusal.of(ProblemType.INVALID_TOKEN, "Could not validate credentials")
        .with(CHALLENGE, "Bearer error=\"invalid_token\"");
  }

  static Refusal ambiguous(String detail) {
    return Refusal.of(ProblemType.AMBIGUOUS_CREDENTIALS, detail)
        .with(CHALLENGE, "Bearer error=\"invalid_request\"");
  }
}
