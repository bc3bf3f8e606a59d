package dev.portico.application.access;

import dev.portico.application.audit.Audit;
import dev.portico.application.users.port.PasswordHasher;
import dev.portico.application.users.port.Users;
import dev.portico.application.users.port.Users.Credentials;
import dev.portico.domain.audit.AuditKind;
import dev.portico.domain.users.Password;
import dev.portico.domain.users.SignInName;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserId;
import java.time.Duration;

/**
 * Asks somebody who is signed in for the password, before what a borrowed session must not do. The
 * one place for all such acts.
 */
final class ConfirmPassword {

  private final Users users;
  private final CheckPassword check;
  private final Audit audit;

  ConfirmPassword(Users users, PasswordHasher hasher, LoginThrottle throttle, Audit audit) {
    this.users = users;
    this.check = new CheckPassword(users, hasher, throttle);
    this.audit = audit;
  }

  /** What came of it. */
  sealed interface Answer {

    /** The user, and the hash that the password fits. */
    record Confirmed(Credentials credentials) implements Answer {}

    /** It is another, or there is no such active user any more. */
    record Differs() implements Answer {}

    /** Too many guesses, here or at another door; positive. */
    record Throttled(Duration retryAfter) implements Answer {}
  }

  /**
   * Whether it is the user's.
   *
   * @param address where it comes from, as far as clients are told apart
   */
  Answer of(UserId user, Password password, String address) {
    return users
        .find(user)
        .filter(User::active)
        .map(it -> check.of(new SignInName.ByUsername(it.username()), password, address))
        .map(verdict -> answer(user, verdict))
        .orElseGet(Answer.Differs::new);
  }

  private Answer answer(UserId user, CheckPassword.Verdict verdict) {
    return switch (verdict) {
      case CheckPassword.Verdict.Right(var credentials) -> new Answer.Confirmed(credentials);
      case CheckPassword.Verdict.Wrong _ -> {
        audit.own(AuditKind.SIGN_IN_FAILED, user.value());
        yield new Answer.Differs();
      }
      case CheckPassword.Verdict.Throttled(var wait, _) -> {
        audit.own(AuditKind.SIGN_IN_THROTTLED, user.value());
        yield new Answer.Throttled(wait);
      }
    };
  }
}
