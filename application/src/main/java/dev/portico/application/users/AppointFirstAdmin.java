package dev.portico.application.users;

import dev.portico.application.audit.Audit;
import dev.portico.application.shared.port.IdGenerator;
import dev.portico.application.shared.port.Transactions;
import dev.portico.application.users.port.PasswordHasher;
import dev.portico.application.users.port.Users;
import dev.portico.domain.audit.AuditKind;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.AccountChange;
import dev.portico.domain.users.EmailAddress;
import dev.portico.domain.users.Role;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserFilter;
import dev.portico.domain.users.UserId;
import dev.portico.domain.users.Username;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Gives a service that has no administrator its first. Nobody who is there is ever promoted. */
public final class AppointFirstAdmin {

  private final Users users;
  private final PasswordHasher hasher;
  private final Transactions transactions;
  private final Audit audit;
  private final IdGenerator ids;
  private final InstantSource time;

  public AppointFirstAdmin(
      Users users,
      PasswordHasher hasher,
      Transactions transactions,
      Audit audit,
      IdGenerator ids,
      InstantSource time) {
    this.users = users;
    this.hasher = hasher;
    this.transactions = transactions;
    this.audit = audit;
    this.ids = ids;
    this.time = time;
  }

  /** Who it is to be. */
  public record Command(Username username, EmailAddress email, NewPassword password) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Appointed(User admin) implements Outcome {}

    /** There is an administrator; nothing changed. */
    record NotNeeded() implements Outcome {}

    /** Somebody else is called that; nothing changed. */
    record UsernameHeld() implements Outcome {}

    /** Somebody else has that address; nothing changed. */
    record EmailHeld() implements Outcome {}
  }

  public Outcome handle(Command command) {
    // Asked first, since hashing takes long and is mostly in vain.
    if (!users
        .list(UserFilter.of(Role.ADMIN), new PageRequest<>(1, Optional.empty()))
        .items()
        .isEmpty()) {
      return new Outcome.NotNeeded();
    }
    var hash = hasher.hash(command.password().password());
    var admin = admin(command);
    return transactions.inTransaction(() ->
        switch (users.addFirstAdmin(admin, hash)) {
          case ADDED -> {
            audit.unrecognised(AuditKind.FIRST_ADMIN_APPOINTED, Optional.of(admin.id().value()));
            yield new Outcome.Appointed(admin);
          }
          case ADMIN_THERE -> new Outcome.NotNeeded();
          case USERNAME_HELD -> new Outcome.UsernameHeld();
          case EMAIL_HELD -> new Outcome.EmailHeld();
        });
  }

  private User admin(Command command) {
    var user =
        User.registered(
            new UserId(ids.next()),
            command.username(),
            command.email(),
            Optional.empty(),
            time.instant());
    return new AccountChange(Optional.empty(), Optional.of(Set.of(Role.ADMIN))).of(user);
  }
}
