package dev.portico.application.access;

import dev.portico.application.access.port.OneTimeCodes;
import dev.portico.application.access.port.Sessions;
import dev.portico.application.access.port.Standings;
import dev.portico.application.audit.Audit;
import dev.portico.application.shared.port.IdGenerator;
import dev.portico.application.shared.port.TaskQueue;
import dev.portico.application.shared.port.Transactions;
import dev.portico.application.users.NewPassword;
import dev.portico.application.users.SecurePassword;
import dev.portico.application.users.port.PasswordHasher;
import dev.portico.application.users.port.Users;
import dev.portico.application.users.port.Users.Credentials;
import dev.portico.domain.access.SessionId;
import dev.portico.domain.audit.AuditKind;
import dev.portico.domain.users.Password;
import dev.portico.domain.users.UserId;
import java.time.Duration;
import java.time.InstantSource;

/** Gives somebody another password who knows the present one, and ends all their other sessions. */
public final class ChangePassword {

  /**
   * The kind of the task that is owed; its payload is a {@link dev.portico.domain.access.Notice}.
   */
  public static final String NOTICE_MAIL = "notice-mail";

  /** A hash that is only renewed meanwhile is another one the second time, and still fits. */
  private static final int ATTEMPTS = 3;

  private final Users users;
  private final Sessions sessions;
  private final Standings standings;
  private final ConfirmPassword confirm;
  private final ReplacePassword replace;
  private final Audit audit;

  public ChangePassword(
      OneTimeCodes codes,
      Users users,
      PasswordHasher hasher,
      LoginThrottle throttle,
      Sessions sessions,
      Standings standings,
      SecurePassword secure,
      TaskQueue tasks,
      Transactions transactions,
      IdGenerator ids,
      InstantSource time,
      Audit audit) {
    this.users = users;
    this.sessions = sessions;
    this.standings = standings;
    this.audit = audit;
    this.confirm = new ConfirmPassword(users, hasher, throttle, audit);
    this.replace =
        new ReplacePassword(codes, transactions, secure, new OweNotice(tasks, ids, time));
  }

  /**
   * Who wants another.
   *
   * @param session the one that goes on
   * @param address where the wish comes from, as far as clients are told apart
   */
  public record Command(
      UserId user, SessionId session, Password current, NewPassword next, String address) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Changed() implements Outcome {}

    /** The present password is another. */
    record WrongPassword() implements Outcome {}

    /** Too many guesses at the password, here or at another door; positive. */
    record Throttled(Duration retryAfter) implements Outcome {}
  }

  public Outcome handle(Command command) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      switch (confirm.of(command.user(), command.current(), command.address())) {
        case ConfirmPassword.Answer.Differs() -> {
          return new Outcome.WrongPassword();
        }
        case ConfirmPassword.Answer.Throttled(var wait) -> {
          return new Outcome.Throttled(wait);
        }
        case ConfirmPassword.Answer.Confirmed(var credentials) -> {
          if (isReplaced(credentials, command)) {
            standings.forget(command.user());
            return new Outcome.Changed();
          }
        }
      }
    }
    return new Outcome.WrongPassword();
  }

  private boolean isReplaced(Credentials confirmed, Command command) {
    var hash = replace.hash(command.next());
    return replace.of(
        confirmed.user(),
        () -> true,
        () -> {
          boolean same = users.replaceHash(command.user(), confirmed.hash(), hash);
          if (same) {
            sessions.endOthers(command.user(), command.session());
            audit.own(AuditKind.PASSWORD_CHANGED, command.user().value());
          }
          return same;
        });
  }
}
