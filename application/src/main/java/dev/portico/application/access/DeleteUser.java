package dev.portico.application.access;

import dev.portico.application.access.port.OneTimeCodes;
import dev.portico.application.access.port.Sessions;
import dev.portico.application.access.port.Standings;
import dev.portico.application.audit.Audit;
import dev.portico.application.shared.Announce;
import dev.portico.application.shared.port.IdGenerator;
import dev.portico.application.shared.port.TaskQueue;
import dev.portico.application.shared.port.Transactions;
import dev.portico.application.users.port.Users;
import dev.portico.domain.access.CodePurpose;
import dev.portico.domain.access.Notice;
import dev.portico.domain.audit.AuditKind;
import dev.portico.domain.shared.DomainEvent;
import dev.portico.domain.shared.JsonObject;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserId;
import java.time.InstantSource;
import java.util.Arrays;

/** Deletes another's account for good, signs its user out everywhere, and tells them by mail. */
public final class DeleteUser {

  private final OneTimeCodes codes;
  private final Users users;
  private final Sessions sessions;
  private final Standings standings;
  private final Transactions transactions;
  private final OweNotice owe;
  private final Audit audit;
  private final Announce announce;

  public DeleteUser(
      OneTimeCodes codes,
      Users users,
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
    this.transactions = transactions;
    this.owe = new OweNotice(tasks, ids, time);
    this.audit = audit;
    this.announce = announce;
  }

  /** Whose account, and the administrator who asks. */
  public record Command(UserId user, UserId admin) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Deleted() implements Outcome {}

    /** Nobody has this id. */
    record NotFound() implements Outcome {}

    /** It is the account of the one who asks: another administrator has to do that. */
    record OwnAccount() implements Outcome {}

    /** No active administrator would be left. */
    record LastAdmin() implements Outcome {}
  }

  public Outcome handle(Command command) {
    if (command.user().equals(command.admin())) {
      return new Outcome.OwnAccount();
    }
    var outcome = transactions.inTransaction(() -> delete(command));
    standings.forget(command.user());
    return outcome;
  }

  private Outcome delete(Command command) {
    var user = users.find(command.user());
    return user.isEmpty() ? new Outcome.NotFound() : delete(user.get(), command.admin());
  }

  /** Codes come before users in every transaction, so that no two wait for each other. */
  private Outcome delete(User user, UserId admin) {
    Arrays.stream(CodePurpose.values()).forEach(purpose -> codes.revoke(purpose, user.id()));
    return switch (users.remove(user.id())) {
      case UNKNOWN -> new Outcome.NotFound();
      case LAST_ADMIN -> new Outcome.LastAdmin();
      case REMOVED -> {
        sessions.endAll(user.id());
        owe.of(Notice.Event.ACCOUNT_CLOSED, user.email());
        audit.other(AuditKind.USER_DELETED, user.id().value(), admin.value());
        announce.that(
            DomainEvent.Type.USER_DEACTIVATED,
            user.id().value(),
            new JsonObject().with("id", user.id().toString()));
        yield new Outcome.Deleted();
      }
    };
  }
}
