package dev.portico.application.access;

import dev.portico.application.access.port.Sessions;
import dev.portico.application.access.port.Standings;
import dev.portico.application.audit.Audit;
import dev.portico.application.shared.Announce;
import dev.portico.application.shared.port.IdGenerator;
import dev.portico.application.shared.port.TaskQueue;
import dev.portico.application.shared.port.Transactions;
import dev.portico.application.users.port.Users;
import dev.portico.application.users.port.Users.Changing;
import dev.portico.domain.access.Notice;
import dev.portico.domain.audit.AuditKind;
import dev.portico.domain.shared.DomainEvent;
import dev.portico.domain.shared.JsonObject;
import dev.portico.domain.users.AccountChange;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserId;
import java.time.InstantSource;

/**
 * Changes another's account: whether it is active, and what its user may do. Whoever is deactivated
 * is signed out everywhere, by refresh token at once and by access token within {@link
 * Standings#AGE}, and is told by mail; a changed role counts within the same time.
 */
public final class AdministerUser {

  private final Users users;
  private final Sessions sessions;
  private final Standings standings;
  private final Transactions transactions;
  private final OweNotice owe;
  private final Audit audit;
  private final Announce announce;

  public AdministerUser(
      Users users,
      Sessions sessions,
      Standings standings,
      TaskQueue tasks,
      Transactions transactions,
      IdGenerator ids,
      InstantSource time,
      Audit audit,
      Announce announce) {
    this.users = users;
    this.sessions = sessions;
    this.standings = standings;
    this.transactions = transactions;
    this.owe = new OweNotice(tasks, ids, time);
    this.audit = audit;
    this.announce = announce;
  }

  /** Whose account, what of it, and the administrator who asks. */
  public record Command(UserId user, AccountChange change, UserId admin) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Changed(User user) implements Outcome {}

    /** Nobody has this id. */
    record NotFound() implements Outcome {}

    /** The one who asks would no longer be an administrator: another one has to do that. */
    record OwnAccount() implements Outcome {}

    /** No active administrator would be left. */
    record LastAdmin() implements Outcome {}
  }

  public Outcome handle(Command command) {
    var outcome = transactions.inTransaction(() -> change(command));
    // After the commit, or the old state might be read and remembered anew.
    standings.forget(command.user());
    return outcome;
  }

  private Outcome change(Command command) {
    if (command.user().equals(command.admin()) && locksOut(command)) {
      return new Outcome.OwnAccount();
    }
    return switch (users.change(command.user(), command.change())) {
      case Changing.Unknown() -> new Outcome.NotFound();
      case Changing.LastAdmin() -> new Outcome.LastAdmin();
      case Changing.Changed(var before, var after) -> {
        told(before, after, command.admin());
        yield new Outcome.Changed(after);
      }
    };
  }

  private boolean locksOut(Command command) {
    return users
        .find(command.admin())
        .map(command.change()::of)
        .filter(User::isActingAdmin)
        .isEmpty();
  }

  private void told(User before, User after, UserId admin) {
    var id = after.id();
    if (before.active() && !after.active()) {
      sessions.endAll(id);
      owe.of(Notice.Event.ACCOUNT_DEACTIVATED, after.email());
      audit.other(AuditKind.USER_DEACTIVATED, id.value(), admin.value());
      announce.that(
          DomainEvent.Type.USER_DEACTIVATED,
          id.value(),
          new JsonObject().with("id", id.toString()));
    }
    if (!before.active() && after.active()) {
      audit.other(AuditKind.USER_ACTIVATED, id.value(), admin.value());
    }
    if (!before.roles().equals(after.roles())) {
      audit.other(AuditKind.ROLES_CHANGED, id.value(), admin.value());
    }
  }
}
