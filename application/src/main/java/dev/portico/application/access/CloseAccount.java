package dev.portico.application.access;

import dev.portico.application.access.port.OneTimeCodes;
import dev.portico.application.access.port.Sessions;
import dev.portico.application.access.port.Standings;
import dev.portico.application.audit.Audit;
import dev.portico.application.shared.Announce;
import dev.portico.application.shared.port.IdGenerator;
import dev.portico.application.shared.port.TaskQueue;
import dev.portico.application.shared.port.Transactions;
import dev.portico.application.users.port.PasswordHasher;
import dev.portico.application.users.port.Users;
import dev.portico.domain.access.CodePurpose;
import dev.portico.domain.access.Notice;
import dev.portico.domain.audit.AuditKind;
import dev.portico.domain.shared.DomainEvent;
import dev.portico.domain.shared.JsonObject;
import dev.portico.domain.users.Password;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;

/** Ends an account for good, with all that is personal in it. What was paid stays on record. */
public final class CloseAccount {

  private final OneTimeCodes codes;
  private final Users users;
  private final Sessions sessions;
  private final Standings standings;
  private final ConfirmPassword confirm;
  private final Transactions transactions;
  private final OweNotice owe;
  private final Audit audit;
  private final Announce announce;

  public CloseAccount(
      OneTimeCodes codes,
      Users users,
      PasswordHasher hasher,
      LoginThrottle throttle,
      Sessions sessions,
      Standings standings,
      TaskQueue tasks,
      Transactions transactions,
      IdGenerator ids,
      InstantSource time,
      Audit audit,
      Announce announce) {
    this.codes = codes;
    this.users = users;
    this.sessions = sessions;
    this.standings = standings;
    this.confirm = new ConfirmPassword(users, hasher, throttle, audit);
    this.transactions = transactions;
    this.audit = audit;
    this.announce = announce;
    this.owe = new OweNotice(tasks, ids, time);
  }

  /**
   * Whose account, and the password that confirms it.
   *
   * @param address where the wish comes from, as far as clients are told apart
   */
  public record Command(UserId user, Password password, String address) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Closed() implements Outcome {}

    /** The password is another, or the account is closed already. */
    record WrongPassword() implements Outcome {}

    /** Too many guesses at the password, here or at another door; positive. */
    record Throttled(Duration retryAfter) implements Outcome {}

    /** No active administrator would be left. */
    record LastAdmin() implements Outcome {}
  }

  public Outcome handle(Command command) {
    return switch (confirm.of(command.user(), command.password(), command.address())) {
      case ConfirmPassword.Answer.Differs() -> new Outcome.WrongPassword();
      case ConfirmPassword.Answer.Throttled(var wait) -> new Outcome.Throttled(wait);
      case ConfirmPassword.Answer.Confirmed(var credentials) -> confirmed(credentials.user());
    };
  }

  private Outcome confirmed(User user) {
    var outcome = transactions.inTransaction(() -> close(user));
    standings.forget(user.id());
    return outcome;
  }

  /** Codes come before users in every transaction, so that no two wait for each other. */
  private Outcome close(User user) {
    Arrays.stream(CodePurpose.values()).forEach(purpose -> codes.revoke(purpose, user.id()));
    return switch (users.remove(user.id())) {
      case UNKNOWN -> new Outcome.WrongPassword();
      case LAST_ADMIN -> new Outcome.LastAdmin();
      case REMOVED -> {
        sessions.endAll(user.id());
        owe.of(Notice.Event.ACCOUNT_CLOSED, user.email());
        audit.own(AuditKind.ACCOUNT_CLOSED, user.id().value());
        announce.that(
            DomainEvent.Type.USER_DEACTIVATED,
            user.id().value(),
            new JsonObject().with("id", user.id().toString()));
        yield new Outcome.Closed();
      }
    };
  }
}
