package dev.portico.application.access;

import dev.portico.application.access.port.AccessTokens;
import dev.portico.application.access.port.Sessions;
import dev.portico.application.audit.Audit;
import dev.portico.application.shared.port.IdGenerator;
import dev.portico.application.shared.port.SecretGenerator;
import dev.portico.application.shared.port.Transactions;
import dev.portico.application.users.port.PasswordHasher;
import dev.portico.application.users.port.PasswordHasher.Match;
import dev.portico.application.users.port.Users;
import dev.portico.application.users.port.Users.Credentials;
import dev.portico.domain.access.Client;
import dev.portico.domain.access.SessionRule;
import dev.portico.domain.access.TokenPair;
import dev.portico.domain.audit.AuditKind;
import dev.portico.domain.users.Password;
import dev.portico.domain.users.PasswordHash;
import dev.portico.domain.users.SignInName;
import dev.portico.domain.users.User;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Exchanges a name and a password for a session and its tokens.
 *
 * <p>Whoever does not know the right password learns nothing from answer or time: not whether the
 * account exists, and not whether it is active.
 */
public final class SignIn {

  /** How long an access token is good for. */
  public static final Duration ACCESS_TOKEN_LIFETIME = Duration.ofMinutes(30);

  private final Users users;
  private final PasswordHasher hasher;
  private final BeginSession begin;
  private final Audit audit;

  public SignIn(
      Users users,
      PasswordHasher hasher,
      Sessions sessions,
      AccessTokens tokens,
      SessionRule rule,
      IdGenerator ids,
      SecretGenerator secrets,
      InstantSource time,
      Transactions transactions,
      Audit audit) {
    this.users = users;
    this.hasher = hasher;
    this.begin = new BeginSession(users, sessions, tokens, rule, ids, secrets, time, transactions);
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
  }

  /** Where the hash is replaced meanwhile, the password is checked against the new one. */
  public Outcome handle(Command command) {
    return attempt(command).or(() -> attempt(command)).orElseGet(Outcome.WrongCredentials::new);
  }

  private Optional<Outcome> attempt(Command command) {
    var found = users.credentialsOf(command.name());
    var match = hasher.verify(command.password(), found.map(Credentials::hash));
    if (found.isEmpty() || match == Match.DIFFERS) {
      audit.unrecognised(AuditKind.SIGN_IN_FAILED, found.map(it -> it.user().id().value()));
      return Optional.of(new Outcome.WrongCredentials());
    }
    var credentials = found.get();
    if (!credentials.user().active()) {
      audit.unrecognised(AuditKind.SIGN_IN_FAILED, Optional.of(credentials.user().id().value()));
      return Optional.of(new Outcome.Inactive());
    }
    var hash =
        match == Match.MATCHES_OUTDATED
            ? renewed(credentials, command.password())
            : credentials.hash();
    return begin
        .of(credentials.user().id(), hash, command.client())
        .map(tokens -> signedIn(credentials.user(), tokens));
  }

  private PasswordHash renewed(Credentials credentials, Password password) {
    var hash = hasher.hash(password);
    users.replaceHash(credentials.user().id(), credentials.hash(), hash);
    return hash;
  }

  private Outcome signedIn(User user, TokenPair tokens) {
    audit.own(AuditKind.SIGNED_IN, user.id().value());
    return new Outcome.SignedIn(tokens);
  }
}
