package dev.portico.application.access;

import dev.portico.application.access.port.Sessions;
import dev.portico.application.access.port.Standings;
import dev.portico.application.audit.Audit;
import dev.portico.application.shared.Announce;
import dev.portico.application.shared.port.Transactions;
import dev.portico.application.users.port.Users;
import dev.portico.domain.audit.AuditKind;
import dev.portico.domain.shared.DomainEvent;
import dev.portico.domain.shared.JsonObject;
import dev.portico.domain.users.UserId;

/** Deletes another's account for good, and signs its user out everywhere. */
public final class DeleteUser {

  private final Users users;
  private final Sessions sessions;
  private final Standings standings;
  private final Transactions transactions;
  private final Audit audit;
  private final Announce announce;

  public DeleteUser(
      Users users,
      Sessions sessions,
      Standings standings,
      Transactions transactions,
      Audit audit,
      Announce announce) {
    this.users = users;
    this.sessions = sessions;
    this.standings = standings;
    this.transactions = transactions;
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
    return switch (users.remove(command.user())) {
      case UNKNOWN -> new Outcome.NotFound();
      case LAST_ADMIN -> new Outcome.LastAdmin();
      case REMOVED -> {
        sessions.endAll(command.user());
        audit.other(AuditKind.USER_DELETED, command.user().value(), command.admin().value());
        announce.that(
            DomainEvent.Type.USER_DEACTIVATED,
            command.user().value(),
            new JsonObject().with("id", command.user().toString()));
        yield new Outcome.Deleted();
      }
    };
  }
}
