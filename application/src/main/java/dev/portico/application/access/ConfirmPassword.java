package dev.portico.application.access;

import dev.portico.application.audit.Audit;
import dev.portico.application.users.port.PasswordHasher;
import dev.portico.application.users.port.PasswordHasher.Match;
import dev.portico.application.users.port.Users;
import dev.portico.application.users.port.Users.Credentials;
import dev.portico.domain.audit.AuditKind;
import dev.portico.domain.users.Password;
import dev.portico.domain.users.SignInName;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserId;
import java.util.Optional;

/**
 * Asks somebody who is signed in for the password, before what a borrowed session must not do. The
 * one place for all such acts.
 */
final class ConfirmPassword {

  private final Users users;
  private final PasswordHasher hasher;
  private final Audit audit;

  ConfirmPassword(Users users, PasswordHasher hasher, Audit audit) {
    this.users = users;
    this.hasher = hasher;
    this.audit = audit;
  }

  /** The user and the hash that the password fits; empty where it fits none. */
  Optional<Credentials> of(UserId user, Password password) {
    var kept =
        users
            .find(user)
            .filter(User::active)
            .flatMap(it -> users.credentialsOf(new SignInName.ByUsername(it.username())));
    if (hasher.verify(password, kept.map(Credentials::hash)) == Match.DIFFERS) {
      audit.own(AuditKind.SIGN_IN_FAILED, user.value());
      return Optional.empty();
    }
    return kept;
  }
}
