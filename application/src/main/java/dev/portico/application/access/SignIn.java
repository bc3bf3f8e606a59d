package dev.portico.application.access;

import dev.portico.application.access.port.AccessTokens;
import dev.portico.application.access.port.Sessions;
import dev.portico.application.audit.Audit;
import dev.portico.application.shared.port.IdGenerator;
import dev.portico.application.shared.port.SecretGenerator;
import dev.portico.application.shared.port.Transactions;
import dev.portico.application.users.port.PasswordHasher;
import dev.portico.application.users.port.Users;
import dev.portico.application.users.port.Users.Credentials;
import dev.portico.domain.access.Client;
import dev.portico.domain.access.SessionRule;
import dev.portico.domain.access.TokenPair;
import dev.portico.domain.audit.AuditKind;
import dev.portico.domain.users.Password;
import dev.portico.domain.users.SignInName;
import dev.portico.domain.users.UserId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Exchanges a name and a password for a session and its tokens.
 *
 * <p>Whoever does not know the right password learns nothing from answer or time: not whether the
 * account exists, and not whether it is active. Nor can it be guessed at without end.
 */
public final class SignIn {

  /** How long an access token is good for. */
  public static final Duration ACCESS_TOKEN_LIFETIME = Duration.ofMinutes(30);

  private final CheckPassword check;
  private final BeginSession begin;
  private final Audit audit;

  public SignIn(
      Users users,
      PasswordHasher hasher,
      LoginThrottle throttle,
      Sessions sessions,
      AccessTokens tokens,
      SessionRule rule,
      IdGenerator ids,
      SecretGenerator secrets,
      InstantSource time,
      Transactions transactions,
      Audit audit) {
    this.check = new CheckPassword(users, hasher, throttle);
    this.begin =
        new BeginSession(users, sessions, tokens, rule, ids, secrets, time, transactions, audit);
    this.audit = audit;
  }

  /** Who wants in. */
  public record Command(SignInName name, Password password, Client client) {}

  /** What came of it. */
  public sealed interface Outcome {

    record SignedIn(TokenPair tokens) implements Outcome {}

    /** Nobody of this name has this password. */
    record WrongCredentials() implements Outcome {}

    /** The right password of a user who is deactivated. */
    record Inactive() implements Outcome {}

    /** Too many guesses at the account or from the address; positive. */
    record Throttled(Duration retryAfter) implements Outcome {}
  }

  /** Where the hash is replaced meanwhile, the password is checked against the new one. */
  public Outcome handle(Command command) {
    return attempt(command).or(() -> attempt(command)).orElseGet(Outcome.WrongCredentials::new);
  }

  private Optional<Outcome> attempt(Command command) {
    return switch (check.of(command.name(), command.password(), command.client().address())) {
      case CheckPassword.Verdict.Wrong(var user) ->
          refused(AuditKind.SIGN_IN_FAILED, user, new Outcome.WrongCredentials());
      case CheckPassword.Verdict.Throttled(var wait, var user) ->
          refused(AuditKind.SIGN_IN_THROTTLED, user, new Outcome.Throttled(wait));
      case CheckPassword.Verdict.Right(var credentials) -> admitted(credentials, command.client());
    };
  }

  private Optional<Outcome> refused(AuditKind kind, Optional<UserId> user, Outcome outcome) {
    audit.unrecognised(kind, user.map(UserId::value));
    return Optional.of(outcome);
  }

  private Optional<Outcome> admitted(Credentials credentials, Client client) {
    var user = credentials.user();
    if (!user.active()) {
      return refused(AuditKind.SIGN_IN_FAILED, Optional.of(user.id()), new Outcome.Inactive());
    }
    return begin.of(user.id(), credentials.hash(), client).map(Outcome.SignedIn::new);
  }
}
