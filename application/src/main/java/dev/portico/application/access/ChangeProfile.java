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
import java.time.Duration;
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
      LoginThrottle throttle,
      Standings standings,
      TaskQueue tasks,
      Transactions transactions,
      IdGenerator ids,
      InstantSource time,
      Audit audit) {
    this.users = users;
    this.standings = standings;
    this.confirm = new ConfirmPassword(users, hasher, throttle, audit);
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
   * @param address where the wish comes from, as far as clients are told apart
   */
  public record Command(
      UserId user,
      Optional<Optional<FullName>> fullName,
      Optional<EmailAddress> email,
      Optional<Password> current,
      String address) {}

  /** What came of it. */
  public sealed interface Outcome {

    /** The user as they are now, still at the former address. */
    record Changed(User user) implements Outcome {}

    /** Nobody changes the address by a session alone. */
    record PasswordNeeded() implements Outcome {}

    /** The present password is another. */
    record WrongPassword() implements Outcome {}

    /** Too many guesses at the password, here or at another door; positive. */
    record Throttled(Duration retryAfter) implements Outcome {}

    /** The user is gone, or deactivated. */
    record Gone() implements Outcome {}
  }

  public Outcome handle(Command command) {
    var user = users.find(command.user()).filter(User::active);
    if (user.isEmpty()) {
      return new Outcome.Gone();
    }
    var wanted = command.email().filter(email -> !email.equals(user.get().email()));
    if (wanted.isEmpty()) {
      return change(command, wanted);
    }
    return command
        .current()
        .map(password -> confirmed(command, password, wanted.get()))
        .orElseGet(Outcome.PasswordNeeded::new);
  }

  private Outcome confirmed(Command command, Password password, EmailAddress wanted) {
    return switch (confirm.of(command.user(), password, command.address())) {
      case ConfirmPassword.Answer.Differs() -> new Outcome.WrongPassword();
      case ConfirmPassword.Answer.Throttled(var wait) -> new Outcome.Throttled(wait);
      case ConfirmPassword.Answer.Confirmed _ -> change(command, Optional.of(wanted));
    };
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
