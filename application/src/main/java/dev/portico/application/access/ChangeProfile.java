package dev.portico.application.access;

import dev.portico.application.access.port.Standings;
import dev.portico.application.audit.Audit;
import dev.portico.application.shared.port.IdGenerator;
import dev.portico.application.shared.port.TaskQueue;
import dev.portico.application.shared.port.Transactions;
import dev.portico.application.users.port.PasswordHasher;
import dev.portico.application.users.port.Users;
import dev.portico.domain.access.AddressChange;
import dev.portico.domain.shared.Task;
import dev.portico.domain.users.EmailAddress;
import dev.portico.domain.users.FullName;
import dev.portico.domain.users.Password;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserId;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Changes what a user says of themselves. Another address needs the password, and counts only once
 * it was shown to be theirs; whether somebody has it already is not told here.
 */
public final class ChangeProfile {

  /** The kind of the task that is owed; its payload is an {@link AddressChange}. */
  public static final String ADDRESS_CHANGE_MAIL = "address-change-mail";

  private final Users users;
  private final Standings standings;
  private final ConfirmPassword confirm;
  private final TaskQueue tasks;
  private final Transactions transactions;
  private final IdGenerator ids;
  private final InstantSource time;

  public ChangeProfile(
      Users users,
      PasswordHasher hasher,
      Standings standings,
      TaskQueue tasks,
      Transactions transactions,
      IdGenerator ids,
      InstantSource time,
      Audit audit) {
    this.users = users;
    this.standings = standings;
    this.confirm = new ConfirmPassword(users, hasher, audit);
    this.tasks = tasks;
    this.transactions = transactions;
    this.ids = ids;
    this.time = time;
  }

  /**
   * What is to change.
   *
   * @param fullName empty where it stays; holding nothing where it goes
   * @param email empty where it stays
   * @param current the present password; needed where the address is to change
   */
  public record Command(
      UserId user,
      Optional<Optional<FullName>> fullName,
      Optional<EmailAddress> email,
      Optional<Password> current) {}

  /** What came of it. */
  public sealed interface Outcome {

    /** The user as they are now, still at the former address. */
    record Changed(User user) implements Outcome {}

    /** Nobody changes the address by a session alone. */
    record PasswordNeeded() implements Outcome {}

    /** The present password is another. */
    record WrongPassword() implements Outcome {}

    /** The user is gone, or deactivated. */
    record Gone() implements Outcome {}
  }

  public Outcome handle(Command command) {
    var user = users.find(command.user()).filter(User::active);
    if (user.isEmpty()) {
      return new Outcome.Gone();
    }
    var wanted = command.email().filter(email -> !email.equals(user.get().email()));
    if (wanted.isPresent() && command.current().isEmpty()) {
      return new Outcome.PasswordNeeded();
    }
    if (wanted.isPresent() && !isConfirmed(command)) {
      return new Outcome.WrongPassword();
    }
    return change(command, wanted);
  }

  private boolean isConfirmed(Command command) {
    return command.current().flatMap(it -> confirm.of(command.user(), it)).isPresent();
  }

  private Outcome change(Command command, Optional<EmailAddress> wanted) {
    var changed =
        transactions.inTransaction(() -> {
          wanted.ifPresent(email -> owe(new AddressChange(command.user(), email)));
          boolean there =
              command.fullName().map(it -> users.changeFullName(command.user(), it)).orElse(true);
          return there ? users.find(command.user()) : Optional.<User>empty();
        });
    standings.forget(command.user());
    return changed.<Outcome>map(Outcome.Changed::new).orElseGet(Outcome.Gone::new);
  }

  private void owe(AddressChange change) {
    tasks.add(Task.fresh(ids.next(), ADDRESS_CHANGE_MAIL, change.toText(), time.instant()));
  }
}
