package dev.portico.application.access;

import dev.portico.application.audit.Audit;
import dev.portico.application.shared.port.IdGenerator;
import dev.portico.application.shared.port.TaskQueue;
import dev.portico.domain.audit.AuditKind;
import dev.portico.domain.shared.Task;
import dev.portico.domain.users.EmailAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Takes somebody's word that they have forgotten their password.
 *
 * <p>Whether there is such an account is looked at later, in the background: neither answer nor
 * time can tell.
 */
public final class RequestPasswordReset {

  /** The kind of the task that is owed; its payload is the address as it was given. */
  public static final String RESET_MAIL = "reset-mail";

  private final LoginThrottle throttle;
  private final TaskQueue tasks;
  private final IdGenerator ids;
  private final InstantSource time;
  private final Audit audit;

  public RequestPasswordReset(
      LoginThrottle throttle, TaskQueue tasks, IdGenerator ids, InstantSource time, Audit audit) {
    this.throttle = throttle;
    this.tasks = tasks;
    this.ids = ids;
    this.time = time;
    this.audit = audit;
  }

  /**
   * Whose password is forgotten.
   *
   * @param address where the wish comes from, as far as clients are told apart
   */
  public record Command(EmailAddress email, String address) {}

  /** What came of it. */
  public sealed interface Outcome {

    /** If there is such an account, a mail will be sent. */
    record Requested() implements Outcome {}

    /** Too many wishes and guesses from the address; positive. */
    record Throttled(Duration retryAfter) implements Outcome {}
  }

  public Outcome handle(Command command) {
    var wait = throttle.holdReset(command.address());
    if (wait.isPresent()) {
      return new Outcome.Throttled(wait.get());
    }
    tasks.add(Task.fresh(ids.next(), RESET_MAIL, command.email().text(), time.instant()));
    audit.unrecognised(AuditKind.PASSWORD_RESET_REQUESTED, Optional.empty());
    return new Outcome.Requested();
  }
}
