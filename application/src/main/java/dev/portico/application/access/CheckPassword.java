package dev.portico.application.access;

import dev.portico.application.access.port.LoginAttempts.Admission;
import dev.portico.application.shared.Unavailable;
import dev.portico.application.users.port.PasswordHasher;
import dev.portico.application.users.port.PasswordHasher.Match;
import dev.portico.application.users.port.Users;
import dev.portico.application.users.port.Users.Credentials;
import dev.portico.domain.users.Password;
import dev.portico.domain.users.SignInName;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserId;
import java.time.Duration;
import java.util.Optional;

/**
 * Verifies a password, wherever one is asked for, so that all doors together let an account be
 * guessed at no more often than one of them would.
 *
 * <p>Not to be called inside a transaction: hashing takes its time, and no connection is to wait
 * for it.
 */
final class CheckPassword {

  private final Users users;
  private final PasswordHasher hasher;
  private final LoginThrottle throttle;

  CheckPassword(Users users, PasswordHasher hasher, LoginThrottle throttle) {
    this.users = users;
    this.hasher = hasher;
    this.throttle = throttle;
  }

  /** What came of it; who is called so is for the record only, and never to be told. */
  sealed interface Verdict {

    /** The user's password, active or not; the hash is the one that is kept now. */
    record Right(Credentials credentials) implements Verdict {}

    /** Nobody of this name has this password. */
    record Wrong(Optional<UserId> user) implements Verdict {}

    /** Not looked at: there were too many guesses; positive. */
    record Throttled(Duration retryAfter, Optional<UserId> user) implements Verdict {}
  }

  /**
   * Whether it is the password of whoever is called this; costs one hash, or none if throttled.
   *
   * <p>Throws {@link Unavailable} where too many are asked for at once; it was no guess then.
   *
   * @param address where the guess comes from, as far as clients are told apart
   */
  Verdict of(SignInName name, Password password, String address) {
    if (hasher.isFull()) {
      // Before the database is asked anything: in a rush the surplus must cost next to nothing.
      throw new Unavailable("too many passwords are being hashed");
    }
    var found = users.credentialsOf(name);
    var user = found.map(Credentials::user).map(User::id);
    return switch (throttle.admit(name, user, address)) {
      case Admission.Held(var wait) -> new Verdict.Throttled(wait, user);
      case Admission.Admitted admitted -> verify(found, password, admitted);
    };
  }

  private Verdict verify(
      Optional<Credentials> found, Password password, Admission.Admitted admitted) {
    var match = match(found, password, admitted);
    if (found.isEmpty() || match == Match.DIFFERS) {
      return new Verdict.Wrong(found.map(Credentials::user).map(User::id));
    }
    throttle.attempts().succeeded(admitted);
    return new Verdict.Right(
        match == Match.MATCHES_OUTDATED ? renewed(found.get(), password) : found.get());
  }

  /** Where it was replaced meanwhile, what is kept is another one: whoever goes on finds out. */
  private Credentials renewed(Credentials credentials, Password password) {
    var hash = hasher.hash(password);
    users.replaceHash(credentials.user().id(), credentials.hash(), hash);
    return new Credentials(credentials.user(), hash);
  }

  /** Whoever was turned away unheard, since others ask too, has not guessed. */
  private Match match(Optional<Credentials> found, Password password, Admission.Admitted admitted) {
    try {
      return hasher.verify(password, found.map(Credentials::hash));
    } catch (Unavailable overloaded) {
      throttle.attempts().withdraw(admitted);
      throw overloaded;
    }
  }
}
