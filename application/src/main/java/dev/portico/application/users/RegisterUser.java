package dev.portico.application.users;

import dev.portico.application.audit.Audit;
import dev.portico.application.shared.Announce;
import dev.portico.application.shared.port.IdGenerator;
import dev.portico.application.shared.port.TaskQueue;
import dev.portico.application.shared.port.Transactions;
import dev.portico.application.users.port.Users;
import dev.portico.domain.audit.AuditKind;
import dev.portico.domain.shared.DomainEvent;
import dev.portico.domain.shared.JsonObject;
import dev.portico.domain.shared.Task;
import dev.portico.domain.users.EmailAddress;
import dev.portico.domain.users.FullName;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserId;
import dev.portico.domain.users.Username;
import java.time.InstantSource;
import java.util.Optional;

/** Gives someone an account, and owes them a mail. */
public final class RegisterUser {

  /** The kind of the task that is owed; its payload is the user's id. */
  public static final String WELCOME_MAIL = "welcome-mail";

  private final Users users;
  private final TaskQueue tasks;
  private final Transactions transactions;
  private final IdGenerator ids;
  private final InstantSource time;
  private final Audit audit;
  private final Announce announce;

  public RegisterUser(
      Users users,
      TaskQueue tasks,
      Transactions transactions,
      IdGenerator ids,
      InstantSource time,
      Audit audit,
      Announce announce) {
    this.users = users;
    this.tasks = tasks;
    this.transactions = transactions;
    this.ids = ids;
    this.time = time;
    this.audit = audit;
    this.announce = announce;
  }

  /** Who wants one. */
  public record Command(
      Username username,
      EmailAddress email,
      Optional<FullName> fullName,
      SecuredPassword password) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Registered(User user) implements Outcome {}

    /** Someone else is called that. */
    record UsernameHeld() implements Outcome {}

    /** Someone else has that address. */
    record EmailHeld() implements Outcome {}
  }

  public Outcome handle(Command command) {
    var user =
        User.registered(
            new UserId(ids.next()),
            command.username(),
            command.email(),
            command.fullName(),
            time.instant());
    return transactions.inTransaction(() ->
        switch (users.addIfFree(user, command.password().hash())) {
          case ADDED -> welcomed(user);
          case USERNAME_HELD -> new Outcome.UsernameHeld();
          case EMAIL_HELD -> new Outcome.EmailHeld();
        });
  }

  private Outcome welcomed(User user) {
    tasks.add(Task.fresh(ids.next(), WELCOME_MAIL, user.id().toString(), user.createdAt()));
    audit.own(AuditKind.USER_REGISTERED, user.id().value());
    announce.that(
        DomainEvent.Type.USER_REGISTERED,
        user.id().value(),
        new JsonObject()
            .with("id", user.id().toString())
            .with("created_at", user.createdAt().toString()));
    return new Outcome.Registered(user);
  }
}
