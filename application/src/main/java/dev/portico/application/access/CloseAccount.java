package dev.portico.application.access;

import dev.portico.application.access.port.OneTimeCodes;
import dev.portico.application.access.port.Standings;
import dev.portico.application.shared.port.IdGenerator;
import dev.portico.application.shared.port.TaskQueue;
import dev.portico.application.shared.port.Transactions;
import dev.portico.application.users.port.PasswordHasher;
import dev.portico.application.users.port.Users;
import dev.portico.domain.access.CodePurpose;
import dev.portico.domain.access.Notice;
import dev.portico.domain.users.Password;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserId;
import java.time.InstantSource;
import java.util.Arrays;

/** Ends an account for good, with all that is personal in it. What was paid stays on record. */
public final class CloseAccount {

  private final OneTimeCodes codes;
  private final Users users;
  private final Standings standings;
  private final ConfirmPassword confirm;
  private final Transactions transactions;
  private final OweNotice owe;

  public CloseAccount(
      OneTimeCodes codes,
      Users users,
      PasswordHasher hasher,
      Standings standings,
      TaskQueue tasks,
      Transactions transactions,
      IdGenerator ids,
      InstantSource time) {
    this.codes = codes;
    this.users = users;
    this.standings = standings;
    this.confirm = new ConfirmPassword(users, hasher);
    this.transactions = transactions;
    this.owe = new OweNotice(tasks, ids, time);
  }

  /** Whose account, and the password that confirms it. */
  public record Command(UserId user, Password password) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Closed() implements Outcome {}

    /** The password is another, or the account is closed already. */
    record WrongPassword() implements Outcome {}
  }

  public Outcome handle(Command command) {
    var confirmed = confirm.of(command.user(), command.password());
    if (confirmed.isEmpty()) {
      return new Outcome.WrongPassword();
    }
    boolean closed = transactions.inTransaction(() -> isRemoved(confirmed.get().user()));
    standings.forget(command.user());
    return closed ? new Outcome.Closed() : new Outcome.WrongPassword();
  }

  /** Codes come before users in every transaction, so that no two wait for each other. */
  private boolean isRemoved(User user) {
    Arrays.stream(CodePurpose.values()).forEach(purpose -> codes.revoke(purpose, user.id()));
    if (!users.remove(user.id())) {
      return false;
    }
    owe.of(Notice.Event.ACCOUNT_CLOSED, user.email());
    return true;
  }
}
